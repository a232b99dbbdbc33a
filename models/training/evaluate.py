"""Leave-one-signer-out: trains a model without each signer and asks it about that signer.

python evaluate.py folds --data DIR [--seeds 0 1 2] [--signers NAME ...]
    trains and probes; each fold is kept in .runs and not repeated
python evaluate.py extras --data DIR
    what each source carries, and the mixed-signer number
python evaluate.py summary --data DIR
    writes ../letters/evaluation.json from what is kept

Several processes may run `folds` at once; each takes the next fold that nobody has claimed.
"""
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

import torch

from folds.run import Run
from folds.run_extras import run_extras
from folds.run_folds import run_folds
from folds.signers import SIGNERS
from recipe.paths import EVALUATION
from summary.write_summary import write_summary


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["folds", "extras", "summary"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--signers", nargs="*", default=SIGNERS)
    args = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(args.data)
    if args.what == "folds":
        run_folds(run, args.seeds, args.signers)
    elif args.what == "extras":
        run_extras(run)
    else:
        write_summary(run, EVALUATION)


if __name__ == "__main__":
    main()
