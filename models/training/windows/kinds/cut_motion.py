"""J and Z that are not what they should be."""
import torch

from data.alphabet import J, Z
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.motion_clips import motion_clips

CUT = (0.35, 0.6)  # how much of the way is shown, at least and at most
BACKWARDS = 0.4  # share of the windows


def cut_motion(source: HandSource, count: int) -> Shown:
    """J and Z that stop half way or run backwards."""
    letters = torch.where(source.chance.uniform(count) < 0.5, J, Z)
    clip, begin = motion_clips(source, letters, CUT)
    whole, _ = motion_clips(source, letters)
    backwards = source.chance.uniform(count) < BACKWARDS
    clip = torch.where(backwards[:, None, None, None], whole.flip(1), clip)
    return nonletter(clip, torch.where(backwards, 0, begin))
