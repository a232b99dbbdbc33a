"""One recorded letter."""
from dataclasses import dataclass

import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS

NO_LETTER = -1


@dataclass
class Sample:
    """One recorded letter of one signer."""

    frames: np.ndarray  # [n, 21, 3] picture heights, not mirrored; zeros where no hand was found
    letter: int  # NO_LETTER where none is shown
    left: bool  # which slot the hand was in
    signer: str  # a fold: one person, or several who are not told apart
    file: str
    kind: str  # "static" or "sequence"
    frozen: bool  # a J or Z that was held still: never a training letter
    suspect: bool  # the label disagrees with all other signers
    flat: bool = False  # x and y only: z is 0 and means nothing

    @property
    def moves(self) -> bool:
        """Whether its letter is one only by motion."""
        return LETTERS[self.letter] in MOTION_LETTERS


def trusted(samples: list[Sample]) -> list[Sample]:
    """The samples whose letter can be trusted: neither frozen nor suspect."""
    return [sample for sample in samples if not sample.frozen and not sample.suspect]
