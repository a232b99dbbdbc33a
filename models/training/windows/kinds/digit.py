"""Real hands that mean something else."""
import torch

from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import drift


def digit(source: HandSource, count: int) -> Shown:
    """A recorded hand that is no letter, held: digits and open hands."""
    hand, flat = source.nonletter_hand(count)
    return nonletter(hand + drift(source.chance, count))._replace(flat=flat)
