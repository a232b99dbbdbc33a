"""Makes what a camera would see beside letters: clips and streams of a held-out signer, built from that signer's own hands.

Streams are [n, 21, 3] right hands in picture heights, zeros where no hand is seen.
"""
import numpy as np
import torch

from augment import Windows
from data import WINDOW, Sample, build_pool

STREAM_RATE = 15  # frames a second of the streams of non-letters
KINDS = ("transition", "cutMotion", "chimera", "relaxed", "wave", "travel")


def nonletter_clips(samples: list[Sample], config: dict, each: int, seed: int) -> dict[str, np.ndarray]:
    """Windows of every kind of non-letter from one signer's hands; name -> [each, 32, 21, 3] hand units."""
    windows = Windows(build_pool(samples), config, seed)
    clips = {}
    for kind in KINDS:
        if kind == "cutMotion" and not windows.available[[9, 25]].all():
            continue
        clip, letters = getattr(windows, kind)(each)[:2]
        clips[kind] = windows.view(clip, letters).numpy()
    letters = windows.draw_letters_still(each)
    clips["half empty"] = windows.view(windows.still(letters), letters).numpy()
    clips["half empty"][:, WINDOW // 2 :] = 0
    return clips


def held_letters(windows: Windows, count: int) -> torch.Tensor:
    """`count` single hands [count, 21, 3] of random letters."""
    hands = windows.hand(windows.draw_letters_still(count))[:, 0]
    return hands - hands[:, :1]


def nonletter_streams(samples: list[Sample], config: dict, seconds: int, seed: int) -> dict[str, np.ndarray]:
    """One stream of each kind, `seconds` long at 15 frames a second; name -> [n, 21, 3] hand units."""
    windows = Windows(build_pool(samples), config, seed)
    n = seconds * STREAM_RATE
    rng = np.random.default_rng(seed)
    time = np.arange(n) / STREAM_RATE
    tremor = rng.normal(0, 0.02, (n, 21, 3))
    place = 0.3 * np.stack([np.sin(time * 0.7), np.sin(time * 0.9 + 1), 0 * time], 1)[:, None]

    def passing(hands: np.ndarray, hold: int, move: int) -> np.ndarray:
        """Goes through hands [k, 21, 3], held `hold` frames each with `move` frames between."""
        at = np.arange(n) / (hold + move)
        share = np.clip((at % 1) * (hold + move) / move - hold / move, 0, 1)[:, None, None]
        share = share * share * (3 - 2 * share)
        first, second = hands[at.astype(int) % len(hands)], hands[(at.astype(int) + 1) % len(hands)]
        return first * (1 - share) + second * share

    count = n // 4
    between = 0.5 * held_letters(windows, count).numpy() + 0.5 * held_letters(windows, count).numpy()
    streams = {"between letters": passing(between, 0, 5) + tremor + place}
    streams["open hand waving"] = np.concatenate([c for c in windows.wave(n // WINDOW + 1)[0].numpy()])[:n]
    streams["random poses"] = passing(windows.chimera(count)[0][:, -1].numpy(), 10, 5) + tremor + place
    streams["hanging hand"] = passing(windows.relaxed(4)[0][:, -1].numpy(), n // 4, 10) + tremor + place
    hand = held_letters(windows, 1).numpy()
    swing = 4 * np.stack([np.sin(time * 2.6), 0.4 * np.sin(time * 1.7), 0 * time], 1)[:, None]
    streams["hand on the move"] = hand + swing + tremor
    depth = np.sin(time * 2.1)
    in_and_out = hand + tremor + np.stack([0 * time, 5 * depth, 0 * time], 1)[:, None]
    in_and_out[depth > 0.3] = 0
    streams["in and out of view"] = in_and_out
    streams["no hand"] = np.zeros((n, 21, 3))
    return {name: stream.astype(np.float32) for name, stream in streams.items()}


def windows_of_stream(stream: np.ndarray) -> np.ndarray:
    """Every window that a stream [n, 21, 3] passes through, as the product forms them: [n, 32, 21, 3]."""
    padded = np.concatenate([np.zeros((WINDOW - 1, *stream.shape[1:]), np.float32), stream])
    return np.lib.stride_tricks.sliding_window_view(padded, WINDOW, 0).transpose(0, 3, 1, 2)
