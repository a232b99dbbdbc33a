"""Accuracy by frames in the window and camera rate."""
from data.alphabet import moves
from measures.shares import over_signers
from probes.rates import LENGTHS, RATES, rate_name
from summary.kept_folds import KeptFolds

KINDS = {"stillLetters": False, "J and Z": True}  # whether the letters move


def lengths_and_rates(folds: KeptFolds) -> dict[str, dict]:
    """`lengthsAndRates`."""
    return {
        kind: {
            f"{length} frames": {
                f"{rate} per second": accuracy(folds, moving, length, rate) for rate in RATES
            }
            for length in LENGTHS
        }
        for kind, moving in KINDS.items()
    }


def accuracy(folds: KeptFolds, moving: bool, length: int, rate: int) -> float | None:
    """How many moving or still letters are read right, of the signers that have sequences of them."""
    values = {}
    for signer in folds.signers:
        letters = folds.first(signer).get("rates/letter")
        asked = moves(letters) == moving if letters is not None else None
        if asked is not None and asked.any():
            read = [found[f"rates/{rate_name(length, rate)}"] for found in folds.of_signer(signer)]
            values[signer] = [(own == letters)[asked].mean() for own in read]
    return over_signers(values)
