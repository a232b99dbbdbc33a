"""Whether the asked letter is shown: the rule that models/letters/README.md describes."""
import numpy as np

from measures.smoothing import smoothed

HOLD = 3  # readings running
ALMOST = 0.25  # of a letter's mark: from there on it is nearly shown


def longest_held(probabilities: np.ndarray, hold: int) -> np.ndarray:
    """The largest mark that each letter's smoothed probability reaches for `hold` readings running.

    probabilities [frames, 26] of one stream, times the letterness as in the product, one row a reading -> [26].
    A letter passes where its mark is at most this.
    """
    rows = smoothed(probabilities)
    runs = np.lib.stride_tricks.sliding_window_view(rows, hold, 0)  # [frames - hold + 1, 26, hold]
    return runs.min(-1).max(0)
