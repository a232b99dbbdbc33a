"""Leave one signer out: trains a model without each signer and asks it about that signer."""
import sys

from folds.keep import Arrays, keep, read_kept
from folds.run import Run
from folds.split import hold_out
from measures.right import right
from probes.probe import probe


def run_folds(run: Run, seeds: list[int], signers: list[str]) -> None:
    """Trains and probes every fold that is not kept and that no other process has claimed."""
    for seed in seeds:
        for signer in signers:
            name = f"{signer}-{seed}"
            if keep(run.folder, name, lambda: fold(run, name, signer, seed)):
                accuracy = right(read_kept(run.folder / f"{name}.npz")).mean()
                print(f"{name}: {accuracy:.4f}", file=sys.stderr, flush=True)


def fold(run: Run, name: str, signer: str, seed: int) -> Arrays:
    """What one model says about the signer that it has never seen."""
    trained, tested = hold_out(run.samples, signer)
    return probe(run.core(name, trained, seed), tested, run.config, seed)
