"""What the models of all folds said."""
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import numpy as np

from folds.keep import Arrays, read_kept
from measures.right import right

Key = tuple[str, int]  # signer, seed


class KeptFolds:
    """The probes of every fold, (signer, seed) -> arrays: the same seeds of all signers."""

    def __init__(self, found: dict[Key, Arrays], signers: list[str]):
        self.found = found
        self.seeds = sorted({seed for _, seed in found})
        self.signers = [signer for signer in signers if (signer, self.seeds[0]) in found]

    def first(self, signer: str) -> Arrays:
        """A signer's probes with the first seed."""
        return self.found[signer, self.seeds[0]]

    def of_signer(self, signer: str) -> list[Arrays]:
        """A signer's probes with each seed."""
        return [self.found[signer, seed] for seed in self.seeds]

    def letters(self, signer: str) -> np.ndarray:
        """[n] the letters that a signer signs in the headline."""
        return self.first(signer)["headline/letter"]

    def right(self, signer: str) -> list[np.ndarray]:
        """Which of them are read right [n], with each seed."""
        return [right(found) for found in self.of_signer(signer)]

    def pooled(self, name: str, seed: int) -> np.ndarray:
        """One array of all signers with one seed, one after the other."""
        return np.concatenate([self.found[signer, seed][name] for signer in self.signers])

    @cached_property
    def owner(self) -> np.ndarray:
        """[n] the signer's number of each sample of the pooled headline."""
        sizes = [len(self.letters(signer)) for signer in self.signers]
        return np.repeat(np.arange(len(sizes)), sizes)

    def measured(self, name: str, measure: Callable[[np.ndarray], float]) -> dict[str, list[float]]:
        """Signer -> one value of an array per seed, of the signers that have this probe."""
        asked = [signer for signer in self.signers if len(self.first(signer).get(name, ()))]
        return {signer: [float(measure(found[name])) for found in self.of_signer(signer)] for signer in asked}


def every_fold(folder: Path) -> dict[Key, Path]:
    """The files of all folds kept in a folder."""
    paths = {}
    for path in sorted(folder.glob("*-[0-9].npz")):
        signer, seed = path.stem.rsplit("-", 1)
        paths[signer, int(seed)] = path
    return paths


def read_complete(folder: Path, signers: list[str]) -> KeptFolds:
    """Every fold kept of the seeds that are complete. Raises ValueError where none is."""
    paths = every_fold(folder)
    complete = {seed for _, seed in paths if all((signer, seed) in paths for signer in signers)}
    if not complete:
        raise ValueError("expected every fold of at least one seed to be kept: run `evaluate.py folds`")
    return KeptFolds({key: read_kept(path) for key, path in paths.items() if key[1] in complete}, signers)
