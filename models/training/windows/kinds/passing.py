"""Hands that never stop."""
import torch

from data.product_window import WINDOW
from windows.blend import smoothstep
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import drift

PASSED = 8  # hands in a window at most
HALF_WAY = 0.5  # share of the windows in which hands are passed that are half one letter, half another


def passing(source: HandSource, count: int) -> Shown:
    """From one hand to the next without a rest, each in four to nine frames; the last frame is on the way."""
    chance = source.chance
    hands = torch.cat([between_two(source, count) for _ in range(PASSED + 1)], 1)  # [b, 9, 21, 3]
    frames = chance.whole(count, 4, 10)[:, None]
    last = PASSED - chance.uniform(count, 1, low=0.3, high=0.7)
    at = (last - torch.arange(WINDOW).flip(0)[None] / frames).clamp(min=0)
    low = at.floor().long()
    share = smoothstep(at - low)[:, :, None, None]
    row = torch.arange(count)[:, None]
    clip = torch.lerp(hands[row, low], hands[row, low + 1], share)
    return nonletter(clip + drift(chance, count))


def between_two(source: HandSource, count: int) -> torch.Tensor:
    """Hands [count, 1, 21, 3] of letters, or half way between two; wrist at the origin."""
    first, second = (hand - hand[:, :, :1] for hand in (source.still_hand(count), source.still_hand(count)))
    amount = 0.5 * (source.chance.uniform(count, 1, 1, 1) < HALF_WAY)
    return torch.lerp(first, second, amount)
