"""Accuracy under other conditions."""
import numpy as np

from measures.shares import over_signers
from summary.kept_folds import KeptFolds

PREFIX = "conditions/"


def conditions(folds: KeptFolds) -> dict[str, float | None]:
    """`conditions`."""
    names = [name for name in folds.first(folds.signers[0]) if name.startswith(PREFIX)]
    return {name.removeprefix(PREFIX): over_signers(folds.measured(name, np.mean)) for name in names}
