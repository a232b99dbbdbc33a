"""Whole training batches."""
import torch

from windows.blend import morph
from windows.camera.other_hand import other_hand
from windows.camera.presence import presence
from windows.camera.view import view
from windows.hand_source import HandSource
from windows.kinds.by_name import KINDS
from windows.still_clips import morph_amount


def hand_batch(source: HandSource, count: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Single hands of still letters, without time: hand [b, 1, 21, 3], letter [b]."""
    letters = source.choice.still_letters(count)
    amount = morph_amount(source, count)
    hand = morph(source.hand(letters), source.hand(letters), amount[:, None])
    return view(source, other_hand(source, hand), letters), letters


def window_batch(source: HandSource, total: int) -> tuple[torch.Tensor, ...]:
    """About `total` windows of every kind, in the shares of config.json.

    -> hand [b, 32, 21, 3], present [b, 32], letter [b] (NOT_ASKED where there is none), letterness [b].
    """
    shown = [KINDS[kind](source, round(total * share)) for kind, share in source.shares.items()]
    clip, letters, letterness, first = (torch.cat(parts) for parts in zip(*shown))
    clip = view(source, other_hand(source, clip), letters)
    present = presence(source, first)
    return clip * present[:, :, None, None], present, letters, letterness
