"""How far what the model says of itself is from how often it is right."""
import numpy as np

from measures.shares import rounded

BINS = 15


def reliability(confidence: np.ndarray, hits: np.ndarray, weights: np.ndarray) -> tuple[float, list[dict]]:
    """Expected calibration error over equal bins of confidence [n], and the bins that are not empty."""
    where = np.minimum((confidence * BINS).astype(int), BINS - 1)
    error, table = 0.0, []
    for number in np.unique(where):
        inside = where == number
        mass = weights[inside].sum()
        said, was = ((weights * values)[inside].sum() / mass for values in (confidence, hits))
        error += mass * abs(said - was)
        table.append({
            "from": rounded(number / BINS), "to": rounded((number + 1) / BINS), "share": rounded(mass, 5),
            "confidence": rounded(said), "accuracy": rounded(was),
        })
    return float(error), table
