"""How often a stream without letters shows one."""
import numpy as np

from measures.smoothing import smoothed
from measures.softmax import softmax

STABLE = 5  # frames for which one letter must stay best to count


def false_letters(logits: np.ndarray, letterness: np.ndarray, temperature: float, threshold: float) -> int:
    """Letters shown in a stream of logits [n, 26] and letterness [n].

    Shown is a frame whose smoothed letterness is at or over the threshold; a letter counts once when it has
    been shown as the same best letter for 5 frames running.
    """
    best = smoothed(softmax(logits, temperature)).argmax(1)
    shown = smoothed(letterness) >= threshold
    same = [False, *(best[1:] == best[:-1])]
    letters = run = 0
    for is_shown, is_same in zip(shown, same):
        run = (run + 1 if is_same else 1) if is_shown else 0
        letters += run == STABLE
    return letters
