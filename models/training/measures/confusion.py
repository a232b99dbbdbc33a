"""What each letter is read as."""
import numpy as np

from data.alphabet import LETTERS
from measures.shares import rounded

LEAST, MOST = 0.01, 4  # of the mistakes that are named


def confusion(letters: np.ndarray, read: np.ndarray) -> np.ndarray:
    """[26, 26] rows signed, columns read, as shares of the letter's samples; zeros where there are none."""
    counts = np.zeros((26, 26))
    np.add.at(counts, (letters, read), 1)
    return counts / np.maximum(counts.sum(1, keepdims=True), 1)


def mistakes(row: np.ndarray, letter: int) -> dict[str, float]:
    """What a letter is most often taken for, by its row [26] of the confusion; at most four letters."""
    named = [other for other in np.argsort(-row) if other != letter and row[other] >= LEAST]
    return {LETTERS[other]: rounded(row[other], 3) for other in named[:MOST]}
