"""Hands caught between two letters."""
from data.product_window import WINDOW
from windows.blend import blend
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import still_clips


def transition(source: HandSource, count: int) -> Shown:
    """Caught between two letters: the middle of the change is in the last frames."""
    chance = source.chance
    before = still_clips(source, source.choice.still_letters(count))
    after = source.still_hand(count) + chance.normal(count, 1, 1, 3, sd=0.4)
    frames = chance.whole(count, 3, 14)
    middle = WINDOW - 1 - chance.uniform(count, low=-0.15, high=0.15) * frames
    return nonletter(blend(before, after, middle - frames / 2, frames))
