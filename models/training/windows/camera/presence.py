"""Which frames of a window hold a hand."""
import torch

from data.product_window import WINDOW
from windows.hand_source import HandSource

AS_LATE_AS_MAY_BE = 0.3  # share of the windows with leading zeros that begin at the last frame allowed
MOST_LOST = 0.35  # share of a window's detections
LAST_LOST = 0.3  # how seldom the last frame is lost, of the others


def presence(source: HandSource, first: torch.Tensor) -> torch.Tensor:
    """[b, 32], 1 where the hand is seen: leading zeros up to frame `first` at most, and detections lost on
    the way.

    A negative `first` empties that many frames at the end instead.
    """
    end, first = WINDOW + first.clamp(max=0), first.clamp(min=0)
    lead = leading_zeros(source, first)
    frame = torch.arange(WINDOW)[None]
    seen = (frame >= lead[:, None]) & (frame < end[:, None])
    return (seen & ~lost_detections(source, len(first))).float()


def leading_zeros(source: HandSource, first: torch.Tensor) -> torch.Tensor:
    """[b] how many frames at the beginning are empty, `first` [b] at most."""
    count, chance, share = len(first), source.chance, source.augment["leadingZeros"]
    lead = (chance.uniform(count) * (first + 1)).long() * (chance.uniform(count) < share)
    full = (chance.uniform(count) < AS_LATE_AS_MAY_BE) & (chance.uniform(count) < share)
    return torch.where(full, first, lead)


def lost_detections(source: HandSource, count: int) -> torch.Tensor:
    """[count, 32] true where the hand is there and not found, seldom in the last frame."""
    chance = source.chance
    lost = chance.uniform(count, WINDOW) < chance.uniform(count, 1, high=MOST_LOST)
    lost &= chance.uniform(count, 1) < source.augment["dropFrames"]
    lost[:, -1] &= chance.uniform(count) < LAST_LOST
    return lost
