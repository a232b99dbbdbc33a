"""Probabilities of logits."""
import numpy as np


def softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Probabilities over the last axis; a temperature over 1 makes them less sure."""
    scaled = logits / temperature
    weights = np.exp(scaled - scaled.max(-1, keepdims=True))
    return weights / weights.sum(-1, keepdims=True)
