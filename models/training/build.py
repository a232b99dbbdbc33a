"""The one command from data to model: python build.py --data DIR

Evaluates (leave one signer out), trains on all signers, exports, pins and draws. Everything that takes long is kept in .runs, so a
stopped build goes on where it was. Pass --seeds 0 for a quick build with one seed.
"""
import argparse
from datetime import date
from pathlib import Path

import torch

import card
import plots
from data import load_samples
from evaluate import LETTERS_FOLDER, SIGNERS, folder_of_recipe, kept_core, run_extras, run_folds, write_summary
from export import export_onnx, write_metadata, write_pins
from model import Core
from train import load_config

VERSION = "1.0.0"


def final_core(data: Path) -> Core:
    """The network trained on all signers with the recipe that was evaluated."""
    config = load_config()
    return kept_core(folder_of_recipe(config), "all", load_samples(data), config, config["seed"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--trained", default=date.today().isoformat(), help="the date that model.json names")
    args = parser.parse_args()
    torch.set_num_threads(1)
    run_folds(args.data, args.seeds, SIGNERS)
    run_extras(args.data)
    temperature = write_summary(LETTERS_FOLDER / "evaluation.json")
    export_onnx(final_core(args.data), temperature, LETTERS_FOLDER / "letters.onnx")
    write_metadata(LETTERS_FOLDER, VERSION, args.trained)
    write_pins(load_samples(args.data), LETTERS_FOLDER)
    plots.main()
    card.main()


if __name__ == "__main__":
    main()
