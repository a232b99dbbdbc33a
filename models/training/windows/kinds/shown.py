"""What a batch of windows of one kind shows."""
from typing import NamedTuple

import torch

NOT_ASKED = -1  # a label that says nothing about that output
LATEST_BEGIN = 24  # eight frames are always seen


class Shown(NamedTuple):
    """Windows and what is asked of them."""

    clip: torch.Tensor  # [b, 32, 21, 3] hand units, right hands
    letter: torch.Tensor  # [b], NOT_ASKED where no letter is asked
    letterness: torch.Tensor  # [b] 1 where a letter is shown, 0 where not
    first: torch.Tensor  # [b] the latest frame that a window may begin with; -n: the last n frames are empty
    flat: torch.Tensor  # [b] true where the recorded hand has no depth


def nonletter(clip: torch.Tensor, first: int | torch.Tensor = LATEST_BEGIN) -> Shown:
    """Windows that show no letter."""
    count = len(clip)
    if isinstance(first, int):
        first = torch.full((count,), first)
    return Shown(clip, torch.full((count,), NOT_ASKED), torch.zeros(count), first, deep(count))


def deep(count: int) -> torch.Tensor:
    """[count] that all have depth."""
    return torch.zeros(count, dtype=torch.bool)
