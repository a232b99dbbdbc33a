"""Marks for the verdict: how probable an asked letter must be to count as shown."""
from typing import NamedTuple

import numpy as np

from data.alphabet import LETTERS, D, I, J, Z

MARKS = np.round(np.arange(0.1, 0.96, 0.01), 2)  # those that are tried


BEGINS_AS = {J: I, Z: D}  # a moving letter and the one that it truly shows before it moves


class Limits(NamedTuple):
    """How much may pass that is another letter, and how much of the asked one must not be lost for that."""

    any: float  # share, the mean over other letters
    nearest: float  # share, of the letter that passes most
    kept: float  # share of the true streams that pass at the lowest mark


LIMITS = Limits(any=0.004, nearest=0.03, kept=0.95)


class Held(NamedTuple):
    """Streams of people who show letters, see measures/verdict.py."""

    marks: np.ndarray  # [n, 26] the largest mark at which each letter would pass
    letter: np.ndarray  # [n] what is shown
    before: np.ndarray  # [n] what was shown before it
    signer: np.ndarray  # [n]

    def of(self, rows: np.ndarray) -> "Held":
        """Some of them."""
        return Held(*(field[rows] for field in self))


def passed(held: Held, asked: int, shown: int) -> np.ndarray:
    """[marks] share of the streams of one letter in which another (or the same) would pass, signers alike; NaN of
    none. Streams that came from the asked letter are left out."""
    rows = (held.letter == shown) & (held.before != asked)
    signers = held.signer[rows]
    over = held.marks[rows, asked, None] >= MARKS
    if not len(over):
        return np.full(len(MARKS), np.nan)
    return np.mean([over[signers == signer].mean(0) for signer in np.unique(signers)], 0)


def false_passes(held: Held, asked: int) -> np.ndarray:
    """[26, marks] how often each other letter passes for the asked one; NaN for the asked one itself and for one
    that begins as it."""
    return np.stack([
        passed(held, asked, shown) if asked not in (shown, BEGINS_AS.get(shown)) else np.full(len(MARKS), np.nan)
        for shown in range(len(LETTERS))
    ])


def choose_mark(held: Held, asked: int, limits: Limits) -> float:
    """The lowest mark at which no more than the limits of other letters pass for the asked one, or the highest at
    which enough of the asked one still passes, whichever is lower."""
    false = np.nan_to_num(false_passes(held, asked))
    known = max(1, len(np.unique(held.letter[held.letter != asked])))
    good = (false.sum(0) / known <= limits.any) & (false.max(0) <= limits.nearest)
    strict = good.argmax() if good.any() else len(MARKS) - 1
    true = np.nan_to_num(passed(held, asked, asked))
    lenient = np.flatnonzero(true >= limits.kept * true[0]).max()
    return float(MARKS[min(strict, lenient)])


def lookalikes(held: Held, asked: int, count: int) -> str:
    """The letters that most often pass for the asked one at any mark, the nearest first; none that never does."""
    false = np.nan_to_num(false_passes(held, asked).mean(1))
    nearest = np.argsort(-false, kind="stable")[:count]
    return "".join(LETTERS[other] for other in nearest if false[other] > 0)
