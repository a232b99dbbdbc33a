"""Whole training batches. Fields are [b, …]; `involved` are the bits of all whose hands went into a row."""
from typing import NamedTuple

import torch

from windows.alike import Alike
from windows.blend import morph
from windows.camera.other_hand import other_hand
from windows.camera.presence import presence
from windows.camera.view import view
from windows.hand_source import HandSource
from windows.kinds.by_name import KINDS
from windows.still_clips import morph_amount

UNEVEN = 0.1  # how much the morph of one person varies from hand to hand


class Hands(NamedTuple):
    """Single hands of still letters, without time: people who sign each of their letters twice."""

    hand: torch.Tensor  # [b, 1, 21, 3]
    letter: torch.Tensor
    person: torch.Tensor  # which of the batch's people
    again: torch.Tensor  # 0 the first time, 1 the second
    involved: torch.Tensor


class Windows(NamedTuple):
    """Windows of every kind."""

    hand: torch.Tensor  # [b, 32, 21, 3]
    present: torch.Tensor  # [b, 32]
    letter: torch.Tensor  # NOT_ASKED where there is none
    letterness: torch.Tensor
    involved: torch.Tensor


def hand_batch(source: HandSource, people: int) -> Hands:
    """Every letter of so many people, twice."""
    chance, augment = source.chance, source.augment
    drawn = source.people.episodes(people, morph_amount(source, people))
    source.begin(len(drawn.letter))
    morphs = drawn.amount != 0
    amount = drawn.amount + morphs * chance.normal(len(morphs), sd=UNEVEN)
    own, other = source.frame(source.noted(drawn.sample)), source.frame(drawn.other)
    with source.only(morphs):
        source.noted(drawn.other[morphs])
    alike = Alike(chance, drawn.person)
    flat = source.flat[drawn.sample] | (source.flat[drawn.other] & morphs)
    hand = other_hand(alike, augment, morph(own, other, amount[:, None]))
    hand = view(alike, augment, hand, drawn.letter, flat)
    hand = flattened(hand, (chance.uniform(people) < augment["flatten"])[drawn.person])
    return Hands(hand, drawn.letter, drawn.person, drawn.again, source.involved)


def window_batch(source: HandSource, total: int) -> Windows:
    """About `total` windows of every kind, in the shares of config.json."""
    shown, involved = [], []
    for kind, share in source.shares.items():
        count = round(total * share)
        source.begin(count)
        shown.append(KINDS[kind](source, count))
        involved.append(source.involved)
    clip, letters, letterness, first, flat = (torch.cat(parts) for parts in zip(*shown))
    chance, augment = source.chance, source.augment
    clip = view(chance, augment, other_hand(chance, augment, clip), letters, flat)
    clip = flattened(clip, chance.uniform(len(clip)) < augment["flatten"])
    present = presence(source, first)
    return Windows(clip * present[:, :, None, None], present, letters, letterness, torch.cat(involved))


def flattened(clip: torch.Tensor, flat: torch.Tensor) -> torch.Tensor:
    """The clips [b, n, 21, 3] without depth where flat [b]."""
    return torch.cat([clip[..., :2], clip[..., 2:] * (~flat).float()[:, None, None, None]], -1)
