"""Letters that have left the picture."""
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import still_clips

FEWEST_EMPTY, MOST_EMPTY = 4, 27  # frames


def gone(source: HandSource, count: int) -> Shown:
    """A letter that has left: the last four frames or more are empty, as presence() sees to."""
    clip = still_clips(source, source.choice.still_letters(count))
    return nonletter(clip, -source.chance.whole(count, FEWEST_EMPTY, MOST_EMPTY + 1))
