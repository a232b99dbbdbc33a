"""Writes letters.onnx."""
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch

from data.product_window import LEFT, WINDOW
from export.session import session
from network.core import Core
from network.letter_model import LetterModel

INPUT, OUTPUTS = "landmarks", ["probabilities", "letterness", "logits", "embedding"]
OPSET = 17
BATCH_AXIS = {name: {0: "batch"} for name in (INPUT, *OUTPUTS)}


def export_onnx(core: Core, temperature: float, path: Path) -> None:
    """Exports with a free batch axis. Raises AssertionError where the file answers otherwise than PyTorch."""
    model = LetterModel(core, temperature).eval()
    example = torch.randn(2, WINDOW, 42, 3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model, (example,), str(path), input_names=[INPUT], output_names=OUTPUTS, opset_version=OPSET,
            dynamo=False, dynamic_axes=BATCH_AXIS,
        )
    onnx.checker.check_model(onnx.load(str(path)))
    for batch in (1, 7):
        compare(model, path, batch)


def compare(model: LetterModel, path: Path, batch: int) -> None:
    """Holds the file to the model on random windows, some with leading zeros and one without a left hand."""
    landmarks = torch.randn(batch, WINDOW, 42, 3)
    landmarks[:, :9] = 0
    landmarks[0, :, LEFT] = 0
    with torch.no_grad():
        expected = model(landmarks)
    for want, got in zip(expected, session(path).run(OUTPUTS, {INPUT: landmarks.numpy()})):
        np.testing.assert_allclose(got, want.numpy(), atol=1e-4)
