"""The one command from data to model: python build.py --data DIR --nonletters DIR

Evaluates (leave one signer out), trains on all signers, exports, pins and draws. Everything that takes long
is kept in .runs, so a stopped build goes on where it was.
"""
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path

import torch

import card
import plots
from export.metadata import write_metadata
from export.onnx_file import export_onnx
from export.pins import write_pins
from folds.run import Run
from folds.run_folds import run_folds
from folds.signers import EVERYBODY, SIGNERS
from recipe.paths import EVALUATION, LETTERS_FOLDER
from summary.write_summary import write_summary

VERSION = "2.0.0"


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nonletters", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0])
    parser.add_argument("--trained", default=date.today().isoformat(), help="the date that model.json names")
    args = parser.parse_args()
    torch.set_num_threads(1)
    build(Run(args.data, args.nonletters), args.seeds, args.trained)


def build(run: Run, seeds: list[int], trained: str) -> None:
    """Writes everything in ../letters."""
    run_folds(run, seeds, [*SIGNERS, EVERYBODY])
    evaluation = write_summary(run, EVALUATION)
    ships = run.cores([EVERYBODY], run.config["seed"])[EVERYBODY]
    export_onnx(ships, evaluation["calibration"]["temperature"], LETTERS_FOLDER / "letters.onnx")
    write_metadata(LETTERS_FOLDER, VERSION, trained, run.config["network"]["compared"], evaluation["verdict"])
    write_pins(run.samples, LETTERS_FOLDER)
    plots.main()
    card.main()


if __name__ == "__main__":
    main()
