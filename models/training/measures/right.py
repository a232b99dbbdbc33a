"""Which samples are read right."""
import numpy as np


def right(found: dict[str, np.ndarray], prefix: str = "headline/") -> np.ndarray:
    """[n] true where the best letter is the one signed."""
    return found[f"{prefix}logits"].argmax(1) == found[f"{prefix}letter"]
