"""What each source carries, and what a split that mixes signers would claim."""
import numpy as np

from folds.keep import Arrays, keep
from folds.run import Run
from folds.signers import CARRY_UNSEEN, CARRY_WITHOUT
from folds.split import Split, hold_out_with_source, mix_signers
from network.letter_model import LetterModel
from probes.headline import probe_headline

MIXED = "mixed"


def run_extras(run: Run) -> None:
    """Trains the models of both questions and keeps what they read."""
    for without in (None, *CARRY_WITHOUT):
        keep_reading(run, without_name(without), hold_out_with_source(run.samples, CARRY_UNSEEN, without))
    keep_reading(run, MIXED, mix_signers(run.samples, run.config["seed"]))


def without_name(source: str | None) -> str:
    """What the model is called that lacks this source too."""
    return f"without {source or 'nothing'}"


def keep_reading(run: Run, name: str, split: Split) -> None:
    """Keeps what a model trained on the first part reads in the second."""
    trained, tested = split

    def reading() -> Arrays:
        """What the probe of the headline says, and of whom."""
        core = run.core(name, trained, run.config["seed"])
        found = probe_headline(LetterModel(core, 1.0).eval(), tested)
        signers = np.array([sample.signer for sample in tested])
        return {"logits": found["logits"], "letter": found["letter"], "signer": signers}

    keep(run.folder, name, reading)
