"""A J that has not begun."""
import torch

from data.alphabet import I, J
from data.product_window import WINDOW
from windows.hand_source import HandSource
from windows.kinds.shown import LATEST_BEGIN, Shown, deep
from windows.still_clips import drift

BEGINNING = 0.12  # share of the motion


def frozen_start(source: HandSource, count: int) -> Shown:
    """A J that has not begun is an I."""
    samples = source.samples(torch.full((count,), J))
    at = source.chance.uniform(count, 1, high=BEGINNING) * (source.lengths[samples] - 1).float()[:, None]
    clip = source.clip(samples, at.expand(count, WINDOW)) + drift(source.chance, count)
    first = torch.full((count,), LATEST_BEGIN)
    return Shown(clip, torch.full((count,), I), torch.ones(count), first, deep(count))
