"""Frames until the first right letter."""
import numpy as np

from data.alphabet import moves
from folds.keep import Arrays
from measures.first_right import NEVER, first_right
from measures.shares import share
from summary.kept_folds import KeptFolds

SOON = 8  # frames
KINDS = {"stillLetters": False, "J and Z": True}  # whether the letters move


def waits(folds: KeptFolds, temperature: float) -> dict[str, dict]:
    """`framesUntilFirstRight`, all clips alike."""
    frames = np.concatenate([waits_of(found, temperature) for found in folds.found.values()])
    moving = np.concatenate([moves(found["first/letter"]) for found in folds.found.values()])
    return {kind: wait(frames[moving == of_kind], len(folds.seeds)) for kind, of_kind in KINDS.items()}


def waits_of(found: Arrays, temperature: float) -> np.ndarray:
    """[clips] frames that each clip of a fold takes."""
    clips = zip(found["first/logits"], found["first/letterness"], found["first/letter"])
    return np.array([first_right(*clip, temperature) for clip in clips])


def wait(frames: np.ndarray, seeds: int) -> dict:
    """The distribution of some waits [n]."""
    return {
        "median": int(np.median(frames)),
        "p90": int(np.percentile(frames, 90)),
        "neverIn32": share(frames == NEVER),
        f"within{SOON}": share(frames <= SOON),
        "clips": len(frames) // seeds,
    }
