"""True letters."""
import torch

from data.alphabet import J, Z
from data.product_window import WINDOW
from windows.blend import blend
from windows.hand_source import HandSource
from windows.kinds.shown import LATEST_BEGIN, Shown, deep
from windows.motion_clips import motion_clips
from windows.still_clips import still_clips


def letter(source: HandSource, count: int) -> Shown:
    """True letters; some come out of another one, and have been held for five frames or more."""
    letters = source.choice.letters(count, source.augment["motionLetterBoost"])
    moving = (letters == J) | (letters == Z)
    clip, begin = torch.empty(count, WINDOW, 21, 3), torch.zeros(count, dtype=torch.long)
    with source.only(moving):
        clip[moving], begin[moving] = motion_clips(source, letters[moving])
    with source.only(~moving):
        clip[~moving] = still_clips(source, letters[~moving])
    clip, start, lead = come_out_of_another(source, clip, moving, begin)
    first = torch.where(moving, begin, torch.where(lead, start.clamp(max=LATEST_BEGIN), LATEST_BEGIN))
    return Shown(clip, letters, torch.ones(count), first, deep(count))


def come_out_of_another(
    source: HandSource, clip: torch.Tensor, moving: torch.Tensor, begin: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Lets some clips begin with another letter -> clips, the frame where that is left [b], whether there is
    one [b].

    A still letter may come at any frame from 4 to 26; a moving one's motion begins when the other has gone.
    """
    count, chance = len(clip), source.chance
    earlier = source.still_hand(count) + chance.normal(count, 1, 1, 3, sd=0.5)
    lead = chance.uniform(count) < source.augment["leadIn"]
    frames = chance.whole(count, 2, 9)
    start = torch.where(moving, begin, chance.whole(count, 4, 27)) - frames
    lead &= start > 2
    return torch.where(lead[:, None, None, None], blend(earlier, clip, start, frames), clip), start, lead
