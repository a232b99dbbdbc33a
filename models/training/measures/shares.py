"""Numbers as evaluation.json holds them: between 0 and 1, rounded."""
import numpy as np


def rounded(value: float, digits: int = 4) -> float:
    """A plain number of so many digits after the point."""
    return round(float(value), digits)


def share(hits: np.ndarray) -> float | None:
    """How many of these are true; None of none."""
    return rounded(np.mean(hits)) if len(hits) else None


def spread(values: list[float]) -> dict:
    """A value over seeds: mean, standard deviation (None of one seed), and each."""
    sd = rounded(np.std(values, ddof=1)) if len(values) > 1 else None
    return {"mean": rounded(np.mean(values)), "sd": sd, "seeds": [rounded(value) for value in values]}


def over_signers(values: dict[str, list[float]]) -> float | None:
    """Mean over signers of each one's mean over seeds; None of no signer."""
    return rounded(np.mean([np.mean(own) for own in values.values()])) if values else None
