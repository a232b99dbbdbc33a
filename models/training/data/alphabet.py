"""The letters by number: 0 = A … 25 = Z."""
import numpy as np

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOTION_LETTERS = "JZ"  # letters only by motion
D, I, J, Z = (LETTERS.index(name) for name in "DIJZ")


def moves(letters: np.ndarray) -> np.ndarray:
    """[n] true where a letter number is that of a motion letter."""
    return np.isin(letters, [J, Z])
