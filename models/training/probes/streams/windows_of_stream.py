"""A stream as the product sees it."""
import numpy as np

from data.product_window import WINDOW


def windows_of_stream(stream: np.ndarray) -> np.ndarray:
    """Every window that a stream [n, 21, 3] passes through, as the product forms them: [n, 32, 21, 3]."""
    padded = np.concatenate([np.zeros((WINDOW - 1, *stream.shape[1:]), np.float32), stream])
    return np.lib.stride_tricks.sliding_window_view(padded, WINDOW, 0).transpose(0, 3, 1, 2)
