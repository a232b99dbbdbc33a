"""Half open hands."""
import torch

from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.rotation import rotation_in_picture, turn
from windows.still_clips import drift

MEANT = 5  # letters that a relaxed hand is the mean of
HANGING = 0.6  # share of the windows


def relaxed(source: HandSource, count: int) -> Shown:
    """Half open hands: the mean of several letters' hands, often hanging down."""
    chance = source.chance
    weights = chance.uniform(MEANT, count, low=0.5, high=1.5)
    hands = [source.still_hand(count) for _ in range(MEANT)]
    parts = [
        (hand - hand[:, :, :1]) * weight[:, None, None, None]
        for hand, weight in zip(hands, weights / weights.sum(0))
    ]
    hang = chance.uniform(count, low=2.0, high=4.3) * (chance.uniform(count) < HANGING)
    clip = turn(torch.stack(parts).sum(0), rotation_in_picture(hang))
    return nonletter(clip + drift(chance, count))
