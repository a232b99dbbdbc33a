"""Writes letters.onnx, pinned.json and model.json from a trained network."""
import hashlib
import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from data import LETTERS, WINDOW, Sample, window_of
from graph import LetterModel
from model import Core

OUTPUTS = ["probabilities", "letterness", "logits"]
MIN_FRAMES = 8
LETTERNESS_THRESHOLD = 0.5


def session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def export_onnx(core: Core, temperature: float, path: Path):
    """Exports to opset 17 with a free batch axis and checks it against PyTorch."""
    model = LetterModel(core, temperature).eval()
    example = torch.randn(2, WINDOW, 42, 3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model, (example,), str(path), input_names=["landmarks"], output_names=OUTPUTS, opset_version=17, dynamo=False,
            dynamic_axes={"landmarks": {0: "batch"}, **{name: {0: "batch"} for name in OUTPUTS}},
        )
    onnx.checker.check_model(onnx.load(str(path)))
    run = session(path)
    for b in (1, 7):
        landmarks = torch.randn(b, WINDOW, 42, 3)
        landmarks[:, :9] = 0
        landmarks[0, :, :21] = 0
        with torch.no_grad():
            expected = model(landmarks)
        for want, got in zip(expected, run.run(OUTPUTS, {"landmarks": landmarks.numpy()})):
            np.testing.assert_allclose(got, want.numpy(), atol=1e-4)


def write_metadata(path: Path, version: str, trained: str):
    """model.json: what the server needs to know about letters.onnx."""
    digest = hashlib.sha256((path / "letters.onnx").read_bytes()).hexdigest()
    metadata = {
        "name": "signify-letters", "version": version,
        "input": {"name": "landmarks", "type": "float32", "shape": ["batch", WINDOW, 42, 3]},
        "output": {
            "probabilities": {"type": "float32", "shape": ["batch", 26]},
            "letterness": {"type": "float32", "shape": ["batch"]},
            "logits": {"type": "float32", "shape": ["batch", 26]},
        },
        "letters": LETTERS, "minFrames": MIN_FRAMES, "letternessThreshold": LETTERNESS_THRESHOLD, "sha256": digest, "trained": trained,
    }
    (path / "model.json").write_text(json.dumps(metadata, indent=2) + "\n")


def write_pins(samples: list[Sample], path: Path):
    """pinned.json: known windows with the logits that letters.onnx gives for exactly these rounded numbers.

    Per letter the first trustworthy sample of its file that the model reads right, so that a pin is also a known letter.
    """
    run = session(path / "letters.onnx")
    wanted = [  # name, letter, file, frames kept, left slot
        ("J in motion", "J", "traduttore-letters", WINDOW, False), ("Z in motion", "Z", "traduttore-letters", WINDOW, False),
        ("J of a left hand", "J", "creepyvampire", WINDOW, True), ("A held", "A", "creepyvampire", WINDOW, False),
        ("I held", "I", "traduttore-letters", WINDOW, False), ("V held", "V", "creepyvampire", WINDOW, False),
        ("W of 8 frames", "W", "traduttore-letters", 8, False), ("L of 8 frames of a left hand", "L", "creepyvampire", 8, True),
        ("C, one photo repeated", "C", "tresajoby-static", 1, False), ("Y of a left hand, one photo repeated", "Y", "borisgraudt", 1, True),
    ]
    pins = []
    for name, letter, file, frames, left in wanted:
        own = [sample for sample in samples if sample.file == f"{file}.safetensors"]
        for sample in own:
            if LETTERS[sample.letter] != letter or sample.frozen or sample.suspect:
                continue
            clip = sample.frames if frames > 1 else np.repeat(sample.frames[:1], WINDOW, 0)
            if sample.left != left:
                clip = clip * np.array([-1, 1, 1], np.float32) + np.array([1, 0, 0], np.float32) * clip.any((1, 2), keepdims=True)
            window = window_of(clip[-frames:] if frames > 1 else clip, left)
            window = np.array([round(float(v), 5) for v in window.flatten()], np.float32).reshape(1, WINDOW, 42, 3)
            (logits,) = run.run(["logits"], {"landmarks": window})
            if logits[0].argmax() == sample.letter:
                break
        else:
            raise SystemExit(f"no sample for the pin {name}")
        numbers = [round(float(v), 5) for v in window.flatten()]
        numbers = [int(v) if v == int(v) else v for v in numbers]
        pins.append({
            "name": name, "letter": letter, "source": sample.file, "landmarks": numbers,
            "logits": [round(float(v), 6) for v in logits[0]],
        })
    (path / "pinned.json").write_text("[\n" + ",\n".join(json.dumps(pin, separators=(",", ":")) for pin in pins) + "\n]\n")
