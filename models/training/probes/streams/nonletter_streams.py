"""What a camera would see beside letters, made from one signer's own hands."""
import numpy as np
import torch

from data.pool import build_pool
from data.product_window import WINDOW
from data.sample import Sample
from windows.blend import smoothstep
from windows.hand_source import HandSource
from windows.kinds.chimera import chimera
from windows.kinds.relaxed import relaxed
from windows.kinds.wave import wave

STREAM_RATE = 15  # frames a second
STREAM_SECONDS = 30


def nonletter_streams(samples: list[Sample], config: dict, seconds: int, seed: int) -> dict[str, np.ndarray]:
    """Kind -> one stream [n, 21, 3], `seconds` long: right hands in hand units, zeros where no hand is seen.
    """
    source = HandSource(build_pool(samples), config, seed)
    time = np.arange(seconds * STREAM_RATE) / STREAM_RATE
    n, count = len(time), len(time) // 4
    tremor = np.random.default_rng(seed).normal(0, 0.02, (n, 21, 3))
    shaking = tremor + 0.3 * path(np.sin(time * 0.7), np.sin(time * 0.9 + 1))
    between = 0.5 * hands_of_letters(source, count) + 0.5 * hands_of_letters(source, count)
    streams = {
        "between letters": passing(between, n, 0, 5) + shaking,
        "open hand waving": wave(source, n // WINDOW + 1).clip.flatten(0, 1).numpy()[:n],
        "random poses": passing(chimera(source, count).clip[:, -1].numpy(), n, 10, 5) + shaking,
        "hanging hand": passing(relaxed(source, 4).clip[:, -1].numpy(), n, n // 4, 10) + shaking,
    }
    hand = hands_of_letters(source, 1) + tremor
    streams["hand on the move"] = hand + 4 * path(np.sin(time * 2.6), 0.4 * np.sin(time * 1.7))
    streams["in and out of view"] = in_and_out(hand, time)
    streams["no hand"] = np.zeros((n, 21, 3))
    return {kind: stream.astype(np.float32) for kind, stream in streams.items()}


def hands_of_letters(source: HandSource, count: int) -> np.ndarray:
    """`count` single hands [count, 21, 3] of random letters, wrist at the origin."""
    hands = source.still_hand(count)[:, 0]
    return (hands - hands[:, :1]).numpy()


def path(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Where a hand is, [n] and [n] -> [n, 1, 3]."""
    return np.stack([x, y, 0 * x], 1)[:, None]


def passing(hands: np.ndarray, frames: int, hold: int, move: int) -> np.ndarray:
    """Goes through hands [k, 21, 3], held `hold` frames each with `move` frames between; [frames, 21, 3]."""
    at = np.arange(frames) / (hold + move)
    moved = (at % 1) * (hold + move) / move - hold / move
    share = smoothstep(torch.from_numpy(moved)).numpy()[:, None, None]
    first, second = hands[at.astype(int) % len(hands)], hands[(at.astype(int) + 1) % len(hands)]
    return first * (1 - share) + second * share


def in_and_out(hand: np.ndarray, time: np.ndarray) -> np.ndarray:
    """A hand that goes down and out of view for a third of the time; [n, 21, 3]."""
    depth = np.sin(time * 2.1)
    stream = hand + path(0 * time, 5 * depth)
    stream[depth > 0.3] = 0
    return stream
