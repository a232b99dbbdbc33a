"""The time of a camera whose intervals vary."""
import torch

from data.product_window import WINDOW
from windows.chance import Chance


def uneven_time(chance: Chance, count: int) -> torch.Tensor:
    """[count, 32] time of each frame, starting at 0, about one per frame."""
    spread = chance.uniform(count, 1, high=0.6)
    steps = (1 + spread * chance.normal(count, WINDOW)).clamp(0.1, 3)
    return steps.cumsum(1) - steps[:, :1]
