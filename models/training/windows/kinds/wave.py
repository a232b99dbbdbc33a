"""An open hand that waves."""
import torch

from data.alphabet import LETTERS
from data.product_window import WINDOW
from windows.fingers import FINGERS, THUMB
from windows.hand_source import HandSource
from windows.kinds.shown import Shown, nonletter
from windows.rotation import rotation_in_picture
from windows.still_clips import still_clips
from windows.uneven_time import uneven_time

OPEN_FINGERS = LETTERS.index("B")
OPEN_THUMBS = [LETTERS.index(name) for name in "LY"]
FAN = torch.tensor([[-0.7, -0.2, 0.3, 0.9]])  # how far each finger is spread, of the fan's angle
WAVING = 0.8  # share of the windows; in the rest the hand is held
LATEST_WAVE = 20  # twelve frames are always seen


def wave(source: HandSource, count: int) -> Shown:
    """An open hand swinging from side to side about the wrist and with it."""
    chance = source.chance
    clip = open_hands(source, count)
    phase = chance.angle(count, 1)
    time = uneven_time(chance, count) * 2 * torch.pi / chance.uniform(count, 1, low=4, high=18)
    swing = torch.sin(phase + time)
    swing = swing * (chance.uniform(count, 1) < WAVING)
    angle = swing * chance.uniform(count, 1, low=0.1, high=0.6)
    clip = turn_each_frame(clip, angle)
    clip[..., 0] += (swing * chance.uniform(count, 1, low=0.2, high=1.5))[:, :, None]
    return nonletter(clip, LATEST_WAVE)


def open_hands(source: HandSource, count: int) -> torch.Tensor:
    """B with spread fingers and the thumb of L or Y; [count, 32, 21, 3]."""
    clip = still_clips(source, torch.full((count,), OPEN_FINGERS))
    thumbs = source.hand(torch.where(source.chance.uniform(count) < 0.5, *OPEN_THUMBS))
    clip[:, :, THUMB] = clip[:, :, :1] + thumbs[:, :, THUMB] - thumbs[:, :, :1]
    fan = source.chance.normal(count, 1, sd=0.05) + source.chance.uniform(count, 1, high=0.35) * FAN
    for finger, angle in zip(FINGERS[1:], fan.unbind(1)):
        turns, base = rotation_in_picture(angle), clip[:, :, finger[:1]]
        clip[:, :, finger] = base + torch.einsum("btkc,bdc->btkd", clip[:, :, finger] - base, turns)
    return clip


def turn_each_frame(clip: torch.Tensor, angle: torch.Tensor) -> torch.Tensor:
    """Turns each frame in the picture by angle [b, 32] about its wrist."""
    turns = rotation_in_picture(angle.flatten()).reshape(len(clip), WINDOW, 3, 3)
    wrist = clip[:, :, :1]
    return wrist + (clip - wrist) @ turns.transpose(2, 3)
