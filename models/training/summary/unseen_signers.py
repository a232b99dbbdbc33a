"""The headline."""
import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS
from measures.shares import over_signers, rounded, share, spread
from measures.softmax import softmax
from summary.kept_folds import KeptFolds


def unseen_signers(folds: KeptFolds, by_signer: dict[str, dict]) -> dict:
    """`unseenSigners`, given `bySigner`."""
    worst = min(folds.signers, key=lambda signer: by_signer[signer]["accuracy"]["mean"])
    hits = [folds.right(signer) for signer in folds.signers]
    letters_alike = [by_signer[signer]["lettersAlike"]["seeds"] for signer in folds.signers]
    asked = {name: [s for s in folds.signers if by_signer[s][name] is not None] for name in MOTION_LETTERS}
    return {
        "accuracy": spread([np.mean([own.mean() for own in of_seed]) for of_seed in zip(*hits)]),
        "worstSigner": {"signer": worst, **by_signer[worst]["accuracy"]},
        "lettersAlike": spread([np.mean(of_seed) for of_seed in zip(*letters_alike)]),
        **{name: letter_accuracy(folds, name, signers) for name, signers in asked.items()},
        "seedsTogether": rounded(np.mean([right_together(folds, signer).mean() for signer in folds.signers])),
        **{f"signersOf{name}": len(signers) for name, signers in asked.items()},
    }


def letter_accuracy(folds: KeptFolds, name: str, signers: list[str]) -> float | None:
    """How often one letter is read right, of the signers that have it."""
    letter = LETTERS.index(name)
    asked = {signer: folds.letters(signer) == letter for signer in signers}
    return over_signers({s: [share(hits[asked[s]]) for hits in folds.right(s)] for s in signers})


def right_together(folds: KeptFolds, signer: str) -> np.ndarray:
    """[n] what would be read right if the seeds' probabilities were averaged."""
    probabilities = [softmax(found["headline/logits"], 1.0) for found in folds.of_signer(signer)]
    return np.mean(probabilities, 0).argmax(1) == folds.letters(signer)
