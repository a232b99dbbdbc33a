"""Which letter is drawn, and which sample of it."""
import numpy as np
import torch

from data.alphabet import I, J, LETTERS, Z
from data.pool import Pool
from windows.chance import Chance

JUST_BELOW_ONE = 0.999999


class LetterChoice:
    """Draws letters alike, and samples of a letter so that its signers count alike, within reason.

    A signer's samples of a letter weigh together the square root of their number, which counts up to
    `signer_cap`.
    """

    def __init__(self, pool: Pool, among: np.ndarray, signer_cap: int, chance: Chance):
        """`among` [s] says which samples of the pool may be drawn."""
        self.chance = chance
        rows = torch.from_numpy(among.nonzero()[0])
        letters, signers = torch.from_numpy(pool.letters)[rows], torch.from_numpy(pool.signers)[rows]
        _, where, counts = (letters * 1000 + signers).unique(return_inverse=True, return_counts=True)
        weights = (counts.clamp(max=signer_cap).double().sqrt() / counts)[where]
        order = torch.argsort(letters, stable=True)
        self.order = rows[order]
        self.ladder, totals = ladder(letters[order], weights[order])
        self.available = (totals > 0).double()  # [26]

    def letters(self, count: int, motion_boost: float = 1.0) -> torch.Tensor:
        """[count] letters, all alike except that J and Z are drawn `motion_boost` times as often."""
        weights = self.available.clone()
        weights[[J, Z]] *= motion_boost
        return torch.multinomial(weights, count, replacement=True, generator=self.chance.generator)

    def still_letters(self, count: int) -> torch.Tensor:
        """[count] letters that are held still: I stands for J and Z."""
        letters = self.letters(count)
        return torch.where((letters == J) | (letters == Z), I, letters)

    def samples(self, letters: torch.Tensor) -> torch.Tensor:
        """A sample of each letter; [b] indices into the pool."""
        rung = torch.rand(len(letters), generator=self.chance.generator, dtype=torch.double) * JUST_BELOW_ONE
        return self.order[torch.searchsorted(self.ladder, letters + rung).clamp(max=len(self.order) - 1)]


def ladder(letters: torch.Tensor, weights: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Samples sorted by letter -> letter + running share of its weight [s], the letters' weights [26]."""
    totals = torch.zeros(len(LETTERS), dtype=torch.double).index_add_(0, letters, weights)
    before = torch.cat([torch.zeros(1, dtype=torch.double), totals.cumsum(0)[:-1]])
    return letters + (weights.cumsum(0) - before[letters]) / totals[letters], totals
