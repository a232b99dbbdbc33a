"""Batches as the networks take them: what all of them share, computed once."""
from typing import NamedTuple

import torch

from network.features import Features
from windows.batches import hand_batch, window_batch
from windows.hand_source import HandSource


class EncodedHands(NamedTuple):
    """Single hands; see windows/batches.py."""

    shape: torch.Tensor  # [b, SHAPE]
    letter: torch.Tensor
    person: torch.Tensor
    again: torch.Tensor
    involved: torch.Tensor


class EncodedWindows(NamedTuple):
    """Windows; see windows/batches.py."""

    shape: torch.Tensor  # [b, 16, SHAPE]
    motion: torch.Tensor  # [b, 16, MOTION]
    reach: torch.Tensor  # [b, 1]
    letter: torch.Tensor
    letterness: torch.Tensor
    involved: torch.Tensor


Rows = EncodedHands | EncodedWindows


def hand_rows(features: Features, source: HandSource, plan: dict) -> EncodedHands:
    """A batch of single hands."""
    hands = hand_batch(source, plan["people"])
    shape, _ = features.shape(hands.hand)
    return EncodedHands(shape[:, 0], hands.letter, hands.person, hands.again, hands.involved)


def window_rows(features: Features, source: HandSource, plan: dict) -> EncodedWindows:
    """A batch of windows."""
    windows = window_batch(source, plan["batch"])
    encoded = features(windows.hand, windows.present)
    return EncodedWindows(*encoded, windows.letter, windows.letterness, windows.involved)


def without(rows: Rows, signers: int) -> Rows:
    """The rows in which none of these signers (bits) has a part."""
    kept = ((rows.involved & signers) == 0).nonzero()[:, 0]
    return type(rows)(*(field[kept] for field in rows))
