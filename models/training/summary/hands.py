"""Left and right hands."""
import numpy as np

from measures.shares import share
from summary.kept_folds import KeptFolds


def hands(folds: KeptFolds) -> dict:
    """`hands`."""
    left = {signer: folds.first(signer)["headline/left"] for signer in folds.signers}
    both = [signer for signer in folds.signers if left[signer].any() and not left[signer].all()]
    mirrors = [found["headline/mirror"] for found in folds.found.values()]
    return {
        **by_side(folds, left, folds.signers),
        "bySigner": {signer: by_side(folds, left, [signer]) for signer in both},
        "mirroredLargestLogitDifference": float(max(mirror.max() for mirror in mirrors)),
    }


def by_side(folds: KeptFolds, left: dict[str, np.ndarray], signers: list[str]) -> dict[str, float | None]:
    """How many samples of left and of right hands are read right, all samples alike."""
    sides = {"left": left, "right": {signer: ~left[signer] for signer in signers}}
    return {
        side: share(np.concatenate([hits[own[s]] for s in signers for hits in folds.right(s)]))
        for side, own in sides.items()
    }
