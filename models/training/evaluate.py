"""Leave-one-signer-out: trains a model without each signer and asks it about that signer.

python evaluate.py folds --data DIR --nonletters DIR [--seeds 0] [--signers NAME ...]
    trains and probes; everything is kept in .runs and not repeated. All signers named are trained together,
    from the same batches, which is several times as fast as one by one
python evaluate.py summary --data DIR --nonletters DIR
    writes ../letters/evaluation.json from what is kept

For two cores, start it twice and give each half of the signers (`all` stands for the model that ships).
"""
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

import torch

from folds.run import Run
from folds.run_folds import run_folds
from folds.signers import EVERYBODY, SIGNERS
from recipe.paths import EVALUATION
from summary.write_summary import write_summary


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["folds", "summary"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nonletters", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0])
    parser.add_argument("--signers", nargs="*", default=[*SIGNERS, EVERYBODY], choices=[*SIGNERS, EVERYBODY])
    args = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(args.data, args.nonletters)
    if args.what == "folds":
        run_folds(run, args.seeds, args.signers)
    else:
        write_summary(run, EVALUATION)


if __name__ == "__main__":
    main()
