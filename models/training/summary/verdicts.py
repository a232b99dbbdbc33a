"""Whether the asked letter is shown: the marks, and how they do on people they were not set on."""
import numpy as np

from data.alphabet import LETTERS
from measures.marks import LIMITS, MARKS, Held, Limits, choose_mark, false_passes, lookalikes, passed
from measures.shares import rounded
from measures.softmax import softmax
from measures.verdict import ALMOST, HOLD, longest_held
from summary.kept_folds import KeptFolds

PARTS = 5  # the people are parted: each part is judged by marks that the others set
NEAREST = 3  # look-alikes named
KEPT = ("logits", "letterness", "letter", "before")


def verdicts(folds: KeptFolds, temperature: float, limits: Limits = LIMITS) -> dict:
    """`verdict`: by letter the mark that all people set, and what marks of other people let through."""
    held = held_streams(folds, temperature)
    letters = {name: one_letter(held, asked, limits) for asked, name in enumerate(LETTERS)}
    true, other = ([own[key] for own in letters.values()] for key in ("truePassed", "othersPassed"))
    worst, nearest = (fn(letters, key=lambda n: letters[n][key]) for fn, key in (
        (min, "truePassed"), (max, "nearestPassed"),
    ))
    return {
        "hold": HOLD, "seconds": 2, "truePassed": rounded(np.mean(true)),
        "worstLetter": {worst: letters[worst]["truePassed"]}, "othersPassed": rounded(np.mean(other)),
        "nearestPassed": {nearest: letters[nearest]["nearestPassed"]}, "letters": letters,
    }


def held_streams(folds: KeptFolds, temperature: float) -> Held:
    """Every held-out person's streams of the first seed."""
    parts = []
    for number, signer in enumerate(folds.signers):
        found = {name: folds.first(signer)[f"verdicts/{name}"] for name in KEPT}
        probabilities = softmax(found["logits"].astype(np.float32), temperature) * found["letterness"][..., None]
        marks = np.stack([longest_held(stream, HOLD) for stream in probabilities])
        parts.append(Held(marks, found["letter"], found["before"], np.full(len(marks), number)))
    return Held(*(np.concatenate(values) for values in zip(*parts)))


def one_letter(held: Held, asked: int, limits: Limits) -> dict:
    """Mark and look-alikes of one letter, and how it is judged by marks that other people set."""
    mark = choose_mark(held, asked, limits)
    true, false = judged_by_others(held, asked, limits)
    nearest = int(np.nan_to_num(false).argmax())
    return {
        "shown": rounded(mark, 2), "almost": rounded(ALMOST * mark, 2),
        "lookalikes": lookalikes(held, asked, NEAREST), "truePassed": rounded(np.nan_to_num(true)),
        "othersPassed": rounded(np.nan_to_num(mean_of_known(false))),
        "nearestPassed": rounded(np.nan_to_num(false)[nearest]),
        "nearest": LETTERS[nearest],
    }


def judged_by_others(held: Held, asked: int, limits: Limits) -> tuple[float, np.ndarray]:
    """Share of true streams that pass, and [26] of each other letter's, by marks of people of other parts."""
    parts, true, false = held.signer % PARTS, [], []
    for part in range(PARTS):
        mark = choose_mark(held.of(parts != part), asked, limits)
        at, own = int(np.argmin(np.abs(MARKS - mark))), held.of(parts == part)
        true.append(passed(own, asked, asked)[at])
        false.append(false_passes(own, asked)[:, at])
    return float(mean_of_known(np.array(true))), mean_of_known(np.stack(false))


def mean_of_known(rows: np.ndarray) -> np.ndarray:
    """The mean over the first axis of what is a number; NaN where nothing is."""
    known = ~np.isnan(rows)
    return np.where(known.any(0), np.nansum(rows, 0) / np.maximum(known.sum(0), 1), np.nan)
