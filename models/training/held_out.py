"""Networks for measuring on people whom they have not seen, several people to a network, as ONNX files.

python held_out.py --data DIR --nonletters DIR --out DIR [--groups 5]

Writes DIR/0.onnx … and DIR/groups.json, which says whom each has not seen. `bun run evaluate-corrections` reads them.
"""
import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

import torch

from export.onnx_file import export_onnx
from fitting.fit import fit
from folds.run import Run
from folds.signers import SIGNERS
from recipe.paths import EVALUATION


def main() -> None:
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--nonletters", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--groups", type=int, default=5)
    args = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(args.data, args.nonletters)
    groups = [SIGNERS[number :: args.groups] for number in range(args.groups)]
    unseen = {str(number): set(group) for number, group in enumerate(groups)}
    temperature = json.loads(EVALUATION.read_text())["calibration"]["temperature"]
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint = args.out / f"{run.recipe['digest']}.checkpoint"
    hands = [*run.samples, *run.nonletter_samples]
    for name, core in fit(hands, run.config, run.config["seed"], unseen, checkpoint).items():
        export_onnx(core, temperature, args.out / f"{name}.onnx")
    (args.out / "groups.json").write_text(json.dumps(groups, indent=1) + "\n")


if __name__ == "__main__":
    main()
