"""Letters read by a person's own samples: the rule that models/letters/README.md describes."""
from typing import NamedTuple

import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS

STILL = np.array([letter for letter, name in enumerate(LETTERS) if name not in MOTION_LETTERS])


class HandRule(NamedTuple):
    """The constants of the rule, as config.json and model.json name them."""

    gain: float  # logit units that a sample of cosine 1 is worth, if the floor were 0
    floor: float  # the cosine from which on a sample speaks for its letter
    contrast: float  # logit units by which a taught letter loses against the taught letter that is nearest


SHIPPED = HandRule(gain=25, floor=0.7, contrast=5)  # what the folds found best; model.json says the same


class Samples(NamedTuple):
    """What a person has taught."""

    letters: np.ndarray  # [k]
    embeddings: np.ndarray  # [k, compared] of length 1


def read_by_hand(
    logits: np.ndarray, embedding: np.ndarray, taught: Samples, rule: HandRule
) -> np.ndarray:
    """logits [n, 26] (after temperature) and embedding [n, compared] -> the person's logits [n, 26].

    J and Z keep their probabilities; the letters that are held still share the rest anew.
    """
    letters = np.unique(taught.letters)
    if not len(letters):
        return logits
    cosines = embedding @ taught.embeddings.T
    nearest = np.stack([cosines[:, taught.letters == letter].max(1) for letter in letters], 1)
    best = nearest.max(1, keepdims=True)
    change = rule.gain * np.maximum(nearest - rule.floor, 0) + rule.contrast * (nearest - best)
    read = logits.copy()
    read[:, letters] += change
    moving = np.setdiff1d(np.arange(len(LETTERS)), STILL)
    grown = log_sum(read[:, STILL]) - log_sum(logits[:, STILL])
    read[:, moving] = logits[:, moving] + grown[:, None]
    return read


def log_sum(logits: np.ndarray) -> np.ndarray:
    """The logarithm of the sum of exponentials over the last axis."""
    most = logits.max(-1)
    return most + np.log(np.exp(logits - most[..., None]).sum(-1))
