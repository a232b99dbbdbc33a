"""Signers that count alike."""
import numpy as np


def signer_weights(owner: np.ndarray) -> np.ndarray:
    """owner [n], the signer of each sample -> weights [n] that sum to 1, every signer's alike."""
    _, where, counts = np.unique(owner, return_inverse=True, return_counts=True)
    weights = 1 / counts[where]
    return weights / weights.sum()
