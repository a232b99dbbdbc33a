"""Leave one signer out: trains networks without each signer and asks them about that signer."""
import sys

from folds.keep import keep, read_kept
from folds.run import Run
from folds.signers import EVERYBODY
from measures.right import right
from network.core import Core
from probes.probe import probe


def run_folds(run: Run, seeds: list[int], signers: list[str]) -> None:
    """Trains the networks of all these signers together, and probes every fold that is not kept."""
    for seed in seeds:
        for signer, core in run.cores(signers, seed).items():
            name = f"{signer}-{seed}"
            if signer != EVERYBODY and keep(run.folder, name, lambda: fold(run, core, signer, seed)):
                accuracy = right(read_kept(run.folder / f"{name}.npz")).mean()
                print(f"{name}: {accuracy:.4f}", file=sys.stderr, flush=True)


def fold(run: Run, core: Core, signer: str, seed: int) -> dict:
    """What a network says about the signer that it has never seen."""
    own = [
        [sample for sample in hands if sample.signer == signer] for hands in (run.samples, run.nonletter_samples)
    ]
    return probe(core, *own, run.config, seed)
