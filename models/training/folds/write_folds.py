"""Writes networks that have not seen somebody, as the product reads them."""
import json
from pathlib import Path

from export.onnx_file import export_onnx
from folds.run import Run
from folds.signers import EVERYBODY
from recipe.paths import EVALUATION


def write_folds(run: Run, signers: list[str], folder: Path) -> None:
    """NAME.onnx for each of these signers: the network that has never seen them, trained now where it is not kept.

    All have the temperature of the model that ships.
    """
    temperature = json.loads(EVALUATION.read_text())["calibration"]["temperature"]
    folder.mkdir(parents=True, exist_ok=True)
    unseen = [signer for signer in signers if signer != EVERYBODY]
    for name, core in run.cores(unseen, run.config["seed"]).items():
        export_onnx(core, temperature, folder / f"{name}.onnx")
