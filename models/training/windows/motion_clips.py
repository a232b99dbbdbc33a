"""J and Z as they are written."""
import math

import torch

from data.product_window import WINDOW
from windows.hand_source import HandSource
from windows.still_clips import drift
from windows.uneven_time import uneven_time

FEWEST, MOST = 6, 36  # frames that a motion takes
LONGEST_HOLD = 14  # frames after it
WHOLE_WAY = (1.0, 1.0)
JITTER = 0.4  # of a still hand's drift


def motion_clips(
    source: HandSource, letters: torch.Tensor, shown: tuple[float, float] = WHOLE_WAY
) -> tuple[torch.Tensor, torch.Tensor]:
    """J and Z at any speed, written smaller or larger, held before and after.

    `shown` is how much of the way is shown, at least and at most. -> clips, the frame each starts at [b]
    """
    count, chance = len(letters), source.chance
    samples = source.samples(letters)
    progress, begin = progress_of(source, count)
    most = chance.uniform(count, 1, low=shown[0], high=shown[1])
    last = (source.lengths[samples].float() - 1)[:, None]
    clip = source.clip(samples, progress.clamp(0, 1).minimum(most) * last)
    path = clip[:, :, :1] - clip[:, -1:, :1]
    larger = chance.uniform(count, 1, 1, 1, low=-0.5, high=0.3)
    return clip + path * larger + JITTER * drift(chance, count), begin


def progress_of(source: HandSource, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """How much of the motion each frame [count, 32] has seen; where it begins [count].

    Below 0: before it; above 1: after it.
    """
    chance = source.chance
    frames = torch.exp(chance.uniform(count, low=math.log(FEWEST), high=math.log(MOST)))
    after = chance.uniform(count) * (WINDOW - frames).clamp(min=0, max=LONGEST_HOLD)
    end = WINDOW - 1 - after
    time = uneven_time(chance, count)
    time = time / time[:, -1:] * (WINDOW - 1)
    return 1 + (time - end[:, None]) / frames[:, None], (end - frames).clamp(min=0).long()
