"""What happens to the headline's windows under other conditions?"""
import numpy as np
import torch

from data.alphabet import moves
from data.product_window import LEFT, RIGHT, WINDOW
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, sample_windows, thinned
from probes.predict import predict
from windows.rotation import rotation_in_picture

STILL_ONLY = "8 frames only (still letters)"
FEW = 8
LOST = 0.3
TOO_WIDE = 1.15
BESIDE = np.array([0.5, 0.25, 0], np.float32)  # picture heights


def probe_conditions(model: LetterModel, samples: list[Sample], seed: int) -> dict[str, np.ndarray]:
    """Name of the condition -> right or wrong, [n]."""
    chosen = thinned(samples)
    letters, left = letters_of(chosen), np.array([sample.left for sample in chosen])
    windows = sample_windows(chosen)
    side = left[:, None, None, None]
    hands = np.where(side, windows[:, :, LEFT], windows[:, :, RIGHT])
    result = {}
    for name, (signing, other) in changed(hands, np.random.default_rng(seed)).items():
        slots = [np.where(side, signing, other), np.where(side, other, signing)]
        hits = predict(model, np.concatenate(slots, 2).astype(np.float32))[0].argmax(1) == letters
        result[name] = hits[~moves(letters)] if name == STILL_ONLY else hits
    return result


def changed(hands: np.ndarray, rng: np.random.Generator) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Name of the condition -> the hands [n, 32, 21, 3] under it, and the other hand beside them."""
    lost = rng.random(hands.shape[:2]) < LOST
    lost[:, -1] = False
    alone = {
        "as recorded": hands,
        "turned -30°": hands @ turned(-30).T,
        "turned 30°": hands @ turned(30).T,
        "near (3 × as large)": hands * 3,
        "far (a third)": hands * (1 / 3),
        "aspect taken 15 % too wide": hands * stretched(TOO_WIDE),
        "aspect taken 15 % too narrow": hands * stretched(1 / TOO_WIDE),
        "30 % of detections lost": hands * ~lost[:, :, None, None],
    }
    nothing = np.zeros_like(hands)
    beside = {"other hand resting lower": (hands, resting_hands(hands, rng))}
    eight = hands.copy()
    eight[:, : WINDOW - FEW] = 0
    return {**{name: (own, nothing) for name, own in alone.items()}, **beside, STILL_ONLY: (eight, nothing)}


def turned(degrees: float) -> np.ndarray:
    """The matrix [3, 3] of a turn in the picture."""
    return rotation_in_picture(torch.tensor([np.radians(degrees)])).numpy()[0].astype(np.float32)


def stretched(factor: float) -> np.ndarray:
    """What a wrong aspect does to x, y and z: x and z are in units of the width."""
    return np.array([factor, 1, factor], np.float32)


def resting_hands(hands: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Another sample's last hand, fingers down, trembling at the lower right of the signing one."""
    others = hands[rng.permutation(len(hands))]
    others = np.where(others.any((1, 2, 3), keepdims=True), others, hands)
    last = others[:, -1:] - others[:, -1:, :1]
    points_up = last[:, :, 9:10, 1] < 0
    last[..., 1] *= np.where(points_up, -1, 1)
    hanging = np.repeat(last, WINDOW, 1) + hands[:, -1:, :1] + BESIDE
    return hanging + rng.normal(0, 0.002, hanging.shape)
