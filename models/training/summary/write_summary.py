"""Writes evaluation.json."""
import json
from pathlib import Path

from folds.run import Run
from folds.signers import SIGNERS
from summary.kept_folds import read_complete
from summary.repeated_folds import repeated_folds
from summary.summarize import summarize

PROTOCOL = (
    "leave one signer out; suspect labels and frozen J and Z left out; "
    "each fold's model has never seen the signer. See README.md for every field."
)


def write_summary(run: Run, path: Path) -> dict:
    """Writes what is kept of a run, and returns it."""
    folds = read_complete(run.folder, SIGNERS)
    summary = {
        "protocol": PROTOCOL, "recipe": run.recipe,
        **summarize(folds), **repeated_folds(run.folder, folds),
    }
    path.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n")
    return summary
