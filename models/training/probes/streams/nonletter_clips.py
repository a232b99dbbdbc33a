"""Single windows that are no letter, made from one signer's own hands."""
import numpy as np
import torch

from data.alphabet import J, Z
from data.pool import build_pool
from data.product_window import WINDOW
from data.sample import Sample
from windows.camera.view import view
from windows.hand_source import HandSource
from windows.kinds.by_name import KINDS
from windows.kinds.shown import deep
from windows.still_clips import still_clips

ASKED = ("transition", "cutMotion", "chimera", "relaxed", "wave", "travel")


def nonletter_clips(samples: list[Sample], config: dict, each: int, seed: int) -> dict[str, np.ndarray]:
    """Kind -> [each, 32, 21, 3] hand units; motions are cut only of a signer who has both J and Z."""
    source = HandSource(build_pool(samples), config, seed)
    has_motions = source.choice.available[[J, Z]].all()
    clips = {}
    for kind in ASKED:
        if kind != "cutMotion" or has_motions:
            shown = KINDS[kind](source, each)
            clips[kind] = view(source.chance, source.augment, shown.clip, shown.letter, shown.flat).numpy()
    clips["half empty"] = half_empty(source, each).numpy()
    return clips


def half_empty(source: HandSource, count: int) -> torch.Tensor:
    """Letters that have been gone for half a window; [count, 32, 21, 3]."""
    letters = source.choice.still_letters(count)
    clip = view(source.chance, source.augment, still_clips(source, letters), letters, deep(count))
    clip[:, WINDOW // 2 :] = 0
    return clip
