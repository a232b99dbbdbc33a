"""Folds of seeds that are not complete."""
from pathlib import Path

import numpy as np

from folds.keep import read_kept
from measures.right import right
from measures.shares import rounded
from summary.kept_folds import KeptFolds, every_fold


def repeated_folds(folder: Path, folds: KeptFolds) -> dict:
    """`repeatedFolds`, if there are any: accuracy beside the first seed's, and how far seeds lie apart."""
    repeats = {signer: path for (signer, seed), path in every_fold(folder).items() if seed not in folds.seeds}
    if not repeats:
        return {}
    again = {signer: right(read_kept(path)).mean() for signer, path in repeats.items()}
    first = {signer: folds.right(signer)[0].mean() for signer in repeats}
    apart = np.array([first[signer] - again[signer] for signer in repeats])
    return {"repeatedFolds": {
        "bySigner": {s: {"first": rounded(first[s]), "again": rounded(again[s])} for s in repeats},
        "meanFirst": rounded(np.mean(list(first.values()))),
        "meanAgain": rounded(np.mean(list(again.values()))),
        "sdOfOneFold": rounded(np.sqrt((apart**2).mean() / 2)),
    }}
