"""Writes model.json."""
import hashlib
import json
from pathlib import Path

from data.alphabet import LETTERS
from data.product_window import WINDOW

MIN_FRAMES = 8
LETTERNESS_THRESHOLD = 0.5


def write_metadata(folder: Path, version: str, trained: str) -> None:
    """model.json: what the server needs to know about the folder's letters.onnx. `trained` is a date."""
    metadata = {
        "name": "signify-letters", "version": version,
        "input": {"name": "landmarks", "type": "float32", "shape": ["batch", WINDOW, 42, 3]},
        "output": {
            "probabilities": {"type": "float32", "shape": ["batch", len(LETTERS)]},
            "letterness": {"type": "float32", "shape": ["batch"]},
            "logits": {"type": "float32", "shape": ["batch", len(LETTERS)]},
        },
        "letters": LETTERS, "minFrames": MIN_FRAMES, "letternessThreshold": LETTERNESS_THRESHOLD,
        "sha256": hashlib.sha256((folder / "letters.onnx").read_bytes()).hexdigest(), "trained": trained,
    }
    (folder / "model.json").write_text(json.dumps(metadata, indent=2) + "\n")
