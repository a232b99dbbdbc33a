"""What each source carries, and what a split that mixes signers would claim."""
from pathlib import Path

import numpy as np

from folds.keep import read_kept
from folds.run_extras import MIXED, without_name
from folds.signers import CARRY_UNSEEN, CARRY_WITHOUT
from measures.right import right
from measures.shares import rounded, share

FLATTERED = (
    "NOT a measure of quality: training and test share signers, a random fifth of all samples is tested. "
    "It stands here to show how much such a number flatters."
)


def extras(folder: Path) -> dict:
    """`whatEachSourceCarries` and `signersMixed`, of what is kept."""
    names = [without_name(source) for source in (None, *CARRY_WITHOUT)]
    carried = {name: accuracy(path) for name in names if (path := folder / f"{name}.npz").exists()}
    mixed = folder / f"{MIXED}.npz"
    return {
        "whatEachSourceCarries": {"unseen": list(CARRY_UNSEEN), "seeds": 1, **carried},
        "signersMixed": {"note": FLATTERED, **(accuracy(mixed) if mixed.exists() else {})},
    }


def accuracy(path: Path) -> dict:
    """How many samples of a kept reading are right, by signer, and the mean of the signers."""
    found = read_kept(path)
    hits, signers = right(found, ""), found["signer"]
    by_signer = {str(signer): share(hits[signers == signer]) for signer in np.unique(signers)}
    return {"mean": rounded(np.mean(list(by_signer.values()))), "bySigner": by_signer}
