"""Hands on their way."""
import torch

from data.product_window import WINDOW
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.still_clips import still_clips

LATEST_TRAVEL = 22  # ten frames are always seen


def travel(source: HandSource, count: int) -> Shown:
    """A hand on its way in, out or elsewhere: more than 0.2 hand units a frame at the end of the window."""
    chance, frame = source.chance, torch.arange(WINDOW)[None]
    clip = still_clips(source, source.choice.still_letters(count))
    heading = chance.angle(count, 1)
    speed = chance.uniform(count, 1, low=0.2, high=0.9)
    course = heading + chance.normal(count, 1, sd=0.05) * frame
    begin = chance.whole(count, 8, 27)[:, None]
    steps = (frame >= begin) * speed
    path = torch.stack([steps * course.cos(), steps * course.sin(), torch.zeros(count, WINDOW)], -1).cumsum(1)
    return nonletter(clip + path[:, :, None], LATEST_TRAVEL)
