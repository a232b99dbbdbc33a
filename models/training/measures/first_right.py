"""How long a learner waits."""
import numpy as np

from measures.smoothing import smoothed
from measures.softmax import softmax
from measures.thresholds import THRESHOLD

NEVER = 99


def first_right(logits: np.ndarray, letterness: np.ndarray, letter: int, temperature: float) -> int:
    """Frames until smoothing shows the right letter with letterness ≥ 0.5, or NEVER.

    logits [n, 26], letterness [n]: one row a frame.
    """
    best = smoothed(softmax(logits, temperature)).argmax(1)
    good = (best == letter) & (smoothed(letterness) >= THRESHOLD)
    return int(good.argmax()) + 1 if good.any() else NEVER
