"""Asks a model about many windows."""
import numpy as np
import torch

from network.letter_model import LetterModel

BATCH = 256


def predict(model: LetterModel, windows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Product windows [n, 32, 42, 3] -> logits [n, 26] and letterness [n]."""
    logits, letterness = [], []
    with torch.no_grad():
        for start in range(0, len(windows), BATCH):
            batch = np.ascontiguousarray(windows[start : start + BATCH])
            _, batch_letterness, batch_logits = model(torch.from_numpy(batch))
            logits.append(batch_logits.numpy())
            letterness.append(batch_letterness.numpy())
    return np.concatenate(logits), np.concatenate(letterness)
