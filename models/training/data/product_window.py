"""The window of landmarks as the product hands it to the model."""
import numpy as np

from data.hand import MIRROR

WINDOW = 32  # frames
LEFT, RIGHT = slice(0, 21), slice(21, 42)


def window_of(frames: np.ndarray, left: bool) -> np.ndarray:
    """The window [32, 42, 3] of a clip [n, 21, 3]: right-aligned, leading zeros, the hand in its slot.

    A clip that is too long is resampled, as a slower camera would have seen it.
    """
    if len(frames) > WINDOW:
        frames = frames[np.linspace(0, len(frames) - 1, WINDOW).round().astype(int)]
    window = np.zeros((WINDOW, 42, 3), np.float32)
    window[WINDOW - len(frames) :, LEFT if left else RIGHT] = frames
    return window


def in_slot(hands: np.ndarray) -> np.ndarray:
    """Right hands [n, 32, 21, 3] as windows [n, 32, 42, 3]."""
    windows = np.zeros((*hands.shape[:2], 42, 3), np.float32)
    windows[:, :, RIGHT] = hands
    return windows


def swapped(windows: np.ndarray) -> np.ndarray:
    """Windows [n, 32, 42, 3] in a mirror: each hand in the other slot."""
    return np.concatenate([windows[:, :, RIGHT], windows[:, :, LEFT]], 2) * MIRROR
