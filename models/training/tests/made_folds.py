"""Four folds made by hand: two signers, two seeds, few enough samples to work every figure out on paper."""
import numpy as np

from data.alphabet import LETTERS, D, I, J, Z
from probes.rates import LENGTHS, RATES, rate_name
from summary.kept_folds import KeptFolds

A, B = 0, 1
SURE = {0: 8.0, 1: 2.0}  # logits of the letter read, by seed
SIGNERS = ["ann", "bob"]


def logits_of(read: list[int], sure: float = 8.0) -> np.ndarray:
    """Logits [n, 26] that are read as these letters."""
    return sure * np.eye(len(LETTERS))[read]


def headline(
    signed: list[int], read: list[int], left: list[bool], letterness: list[float], seed: int
) -> dict:
    return {
        "headline/logits": logits_of(read, SURE[seed]), "headline/letter": np.array(signed),
        "headline/left": np.array(left), "headline/letterness": np.array(letterness),
        "headline/mirror": np.array([0.1 * seed]), "headline/embedding": np.eye(26)[signed],
    }


def verdict_streams(letters: list[int], read: list[int]) -> dict:
    """Streams of 34 frames, each read the same all the way."""
    return {
        "verdicts/logits": np.repeat(logits_of(read)[:, None], 34, 1), "verdicts/letter": np.array(letters),
        "verdicts/before": np.full(len(letters), Z), "verdicts/letterness": np.ones((len(letters), 34)),
    }


def first(letters: list[int], read: list[list[int]]) -> dict:
    return {
        "first/letter": np.array(letters), "first/logits": np.stack([logits_of(clip) for clip in read]),
        "first/letterness": np.ones((len(letters), 32)),
    }


def stream(letterness: float) -> dict:
    return {
        "nonletters/stream no hand logits": logits_of([A] * 9),
        "nonletters/stream no hand letterness": np.full(9, letterness),
    }


def rates(letters: list[int], read: list[int], slow_short_read: list[int]) -> dict:
    names = [rate_name(length, rate) for length in LENGTHS for rate in RATES]
    answers = {f"rates/{name}": np.array(read) for name in names}
    return {"rates/letter": np.array(letters), **answers, "rates/8x5": np.array(slow_short_read)}


def ann(seed: int) -> dict:
    read = {0: [A, B, B, J], 1: [A, B, B, I]}[seed]
    letterness = {0: [0.9, 0.9, 0.4, 0.9], 1: [0.9] * 4}[seed]
    return {
        **headline([A, A, B, J], read, [True, False, False, False], letterness, seed),
        **first([A, J], [[A] * 32, [I] * 32]),
        **rates([A, J], {0: [A, J], 1: [A, I]}[seed], {0: [A, J], 1: [B, I]}[seed]),
        "conditions/as recorded": np.array({0: [True, False], 1: [True, True]}[seed]),
        "frozen/logits": logits_of({0: [I, J], 1: [A, I]}[seed]), "frozen/letter": np.array([J, J]),
        "frozen/posed": np.array([True, False]),
        "nonletters/clip wave": np.array([0.6, 0.4]), "nonletters/clip cutMotion": np.array([0.9, 0.9]),
        **stream(0.6), **verdict_streams([A, B], [A, B]),
    }


def bob(seed: int) -> dict:
    return {
        **headline([A, Z], {0: [A, Z], 1: [A, D]}[seed], [False, False], [0.6, 0.6], seed),
        **first([A], [[B] * 3 + [A] * 29]),
        "conditions/as recorded": np.array({0: [True], 1: [False]}[seed]),
        "nonletters/clip wave": np.array([0.4, 0.4]),
        **stream(0.0), **verdict_streams([A, B], [A, A]),
    }


def made_folds() -> KeptFolds:
    """Ann and Bob, each asked with the seeds 0 and 1."""
    found = {("ann", seed): ann(seed) for seed in SURE} | {("bob", seed): bob(seed) for seed in SURE}
    return KeptFolds(found, SIGNERS)
