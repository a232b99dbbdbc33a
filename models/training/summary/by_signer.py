"""The same by signer."""
import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS
from measures.shares import share, spread
from measures.thresholds import THRESHOLD
from summary.kept_folds import KeptFolds


def by_signer(folds: KeptFolds) -> dict[str, dict]:
    """`bySigner`."""
    return {signer: one_signer(folds, signer) for signer in folds.signers}


def one_signer(folds: KeptFolds, signer: str) -> dict:
    """The numbers of one signer."""
    letters, hits = folds.letters(signer), folds.right(signer)
    letterness = np.concatenate([found["headline/letterness"] for found in folds.of_signer(signer)])
    motion = {name: letters == LETTERS.index(name) for name in MOTION_LETTERS}
    return {
        "samples": len(letters),
        "letters": len(np.unique(letters)),
        "accuracy": spread([own.mean() for own in hits]),
        "lettersAlike": spread([letters_alike(own, letters) for own in hits]),
        **{name: share(np.concatenate([own[asked] for own in hits])) for name, asked in motion.items()},
        "letternessOver": share(letterness >= THRESHOLD),
    }


def letters_alike(hits: np.ndarray, letters: np.ndarray) -> float:
    """How many samples are right [n] when each letter [n] counts alike."""
    return np.mean([hits[letters == letter].mean() for letter in np.unique(letters)])
