"""Hands that hold a letter."""
import torch

from data.product_window import WINDOW
from windows.blend import morph
from windows.chance import Chance
from windows.hand_source import HandSource
from windows.uneven_time import uneven_time

LITTLE_DEPTH = torch.tensor([1, 1, 0.3])


def still_clips(source: HandSource, letters: torch.Tensor) -> torch.Tensor:
    """Held letters with drift and tremor, most morphed towards or away from another signer's hand."""
    count, chance = len(letters), source.chance
    samples = source.samples(letters)
    begin = chance.uniform(count) * (source.lengths[samples].float() - 4).clamp(min=0)
    time = uneven_time(chance, count) * chance.uniform(count, 1, low=0.1, high=1.5)
    clip = source.clip(samples, begin[:, None] + time)
    target = source.hand(letters)
    clip = morph(clip, target, morph_amount(source, count)[:, None].expand(count, WINDOW))
    return clip + drift(chance, count)


def morph_amount(source: HandSource, count: int) -> torch.Tensor:
    """[count] how far each hand goes towards another signer's; 0 for those that are left alone."""
    amount = source.chance.uniform(count, low=source.augment["morphLeast"], high=source.augment["morphMost"])
    return amount * (source.chance.uniform(count) < source.augment["morph"])


def drift(chance: Chance, count: int) -> torch.Tensor:
    """The path [count, 32, 1, 3] of a hand meant to be still: tremor, sway, at most a hand unit of way."""
    tremor = chance.normal(count, WINDOW, 3, sd=0.006).cumsum(1)
    way = chance.normal(count, 1, 3) * chance.uniform(count, 1, 1, high=0.5)
    way = way * torch.linspace(-1, 0, WINDOW)[None, :, None]
    width = 0.12 * chance.uniform(count, 1, 3)
    phase = chance.angle(count, 1, 3)
    speed = chance.uniform(count, 1, 3, low=0.05, high=0.4)
    sway = width * torch.sin(phase + torch.arange(WINDOW)[None, :, None] * speed)
    return ((tremor + way + sway) * LITTLE_DEPTH)[:, :, None]
