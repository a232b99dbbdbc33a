"""The stages of training, in this order."""
from typing import Callable, NamedTuple

import torch

from fitting.losses import shape_loss, window_loss
from fitting.rows import Rows, hand_rows, window_rows
from network.core import Core
from network.features import Features
from windows.hand_source import HandSource


class StageKind(NamedTuple):
    """What a stage shows, what it makes small and what it trains."""

    name: str
    rows: Callable[[Features, HandSource, dict], Rows]
    loss: Callable[[Core, Rows, dict], torch.Tensor]
    parts: dict[str, float]  # parts of Core -> share of the learning rate


STAGES = [
    StageKind("shape", hand_rows, shape_loss, {"encode": 1.0, "letters": 1.0, "compare": 1.0}),
    StageKind("window", window_rows, window_loss, {
        "letters": 0.2, "lstm": 1.0, "motion_letters": 1.0, "letterness": 1.0,
    }),
]
