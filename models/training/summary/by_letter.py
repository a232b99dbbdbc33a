"""The same by letter."""
import numpy as np

from data.alphabet import LETTERS
from measures.confusion import confusion, mistakes
from measures.shares import rounded
from summary.kept_folds import KeptFolds


def mean_confusion(folds: KeptFolds) -> np.ndarray:
    """`confusion`, not rounded: [26, 26] rows signed, columns read; every signer of a letter alike."""
    total = np.zeros((len(LETTERS), len(LETTERS)))
    for seed in folds.seeds:
        for signer in folds.signers:
            read = folds.found[signer, seed]["headline/logits"].argmax(1)
            total += confusion(folds.letters(signer), read)
    with np.errstate(invalid="ignore"):  # a letter that nobody signs is not a number
        return total / total.sum(1, keepdims=True)


def by_letter(folds: KeptFolds, confused: np.ndarray) -> dict[str, dict]:
    """`byLetter`, given the mean confusion."""
    return {
        name: {
            "signers": sum(bool((folds.letters(signer) == letter).any()) for signer in folds.signers),
            "accuracy": rounded(confused[letter, letter]),
            "readAs": mistakes(confused[letter], letter),
        }
        for letter, name in enumerate(LETTERS)
    }
