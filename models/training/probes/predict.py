"""Asks a model about many windows."""
from typing import NamedTuple

import numpy as np
import torch

from network.letter_model import LetterModel

BATCH = 256


class Predicted(NamedTuple):
    """What a model says of n windows."""

    logits: np.ndarray  # [n, 26]
    letterness: np.ndarray  # [n]
    embedding: np.ndarray  # [n, compared]


def predict(model: LetterModel, windows: np.ndarray) -> Predicted:
    """Asks about product windows [n, 32, 42, 3]."""
    parts = []
    with torch.no_grad():
        for start in range(0, len(windows), BATCH):
            batch = np.ascontiguousarray(windows[start : start + BATCH])
            _, letterness, logits, embedding = model(torch.from_numpy(batch))
            parts.append(Predicted(logits.numpy(), letterness.numpy(), embedding.numpy()))
    return Predicted(*(np.concatenate(values) for values in zip(*parts)))
