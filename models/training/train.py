"""Trains one model and resumes where it was stopped.

python train.py --data DIR --nonletters DIR [--hold-out SIGNER ...] [--seed N] [--run NAME]
"""
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

import torch

from data.load_nonletters import load_nonletters
from data.load_samples import load_samples
from fitting.fit import fit
from recipe.config import load_config
from recipe.paths import RUNS


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nonletters", type=Path, required=True)
    parser.add_argument("--hold-out", nargs="*", default=[], help="signers to leave out")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--run", default="all", help="name of the checkpoint and the weights in .runs")
    args = parser.parse_args()
    torch.set_num_threads(1)
    config = load_config()
    seed = config["seed"] if args.seed is None else args.seed
    samples = load_samples(args.data, config["sources"])
    samples += load_nonletters(args.nonletters, config["nonletters"])
    RUNS.mkdir(exist_ok=True)
    cores = fit(samples, config, seed, {args.run: set(args.hold_out)}, RUNS / f"{args.run}.checkpoint")
    torch.save(cores[args.run].state_dict(), RUNS / f"{args.run}.pt")


if __name__ == "__main__":
    main()
