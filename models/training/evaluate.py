"""Leave-one-signer-out: trains a model without each signer and asks it about that signer.

python evaluate.py folds --data DIR --nonletters DIR [--seeds 0] [--signers NAME ...]
    trains and probes; everything is kept in .runs and not repeated. All signers named are trained together,
    from the same batches, which is several times as fast as one by one
python evaluate.py summary --data DIR --nonletters DIR
    writes ../letters/evaluation.json from what is kept
python evaluate.py onnx --data DIR --nonletters DIR --out DIR [--signers NAME ...]
    writes the networks that have not seen these signers as NAME.onnx, for measures that the product itself takes

For two cores, start it twice and give each half of the signers (`all` stands for the model that ships).
"""
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

import torch

from folds.run import Run
from folds.run_folds import run_folds
from folds.signers import EVERYBODY, SIGNERS
from folds.write_folds import write_folds
from recipe.paths import EVALUATION
from summary.write_summary import write_summary


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["folds", "summary", "onnx"])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nonletters", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0])
    parser.add_argument("--signers", nargs="*", default=[*SIGNERS, EVERYBODY], choices=[*SIGNERS, EVERYBODY])
    parser.add_argument("--out", type=Path, help="folder for the networks of `onnx`")
    args = parser.parse_args()
    if args.what == "onnx" and args.out is None:
        parser.error("expected --out DIR")
    torch.set_num_threads(1)
    run = Run(args.data, args.nonletters)
    if args.what == "folds":
        run_folds(run, args.seeds, args.signers)
    elif args.what == "onnx":
        write_folds(run, args.signers, args.out)
    else:
        write_summary(run, EVALUATION)


if __name__ == "__main__":
    main()
