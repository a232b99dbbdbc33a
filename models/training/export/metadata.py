"""Writes model.json."""
import hashlib
import json
from pathlib import Path

from data.alphabet import LETTERS
from data.product_window import WINDOW
from measures.my_hand import SHIPPED, STILL

MIN_FRAMES = 8
LETTERNESS_THRESHOLD = 0.5
LEAST_PROBABILITY = 0.01  # of a letter in a sample that is taught for it
VERDICT_KEYS = ("shown", "almost", "lookalikes")


def write_metadata(folder: Path, version: str, trained: str, embedding: int, verdict: dict) -> None:
    """model.json: what the product needs to know about the folder's letters.onnx. `trained` is a date,
    `embedding` how many numbers one has, `verdict` the section of evaluation.json."""
    metadata = {
        "name": "signify-letters", "version": version,
        "input": {"name": "landmarks", "type": "float32", "shape": ["batch", WINDOW, 42, 3]},
        "output": {
            "probabilities": {"type": "float32", "shape": ["batch", len(LETTERS)]},
            "letterness": {"type": "float32", "shape": ["batch"]},
            "logits": {"type": "float32", "shape": ["batch", len(LETTERS)]},
            "embedding": {"type": "float32", "shape": ["batch", embedding]},
        },
        "letters": LETTERS, "minFrames": MIN_FRAMES, "letternessThreshold": LETTERNESS_THRESHOLD,
        "sha256": hashlib.sha256((folder / "letters.onnx").read_bytes()).hexdigest(), "trained": trained,
        "myHand": {
            "letters": "".join(LETTERS[letter] for letter in STILL), **SHIPPED._asdict(),
            "leastProbability": LEAST_PROBABILITY,
        },
        "verdict": {"hold": verdict["hold"], "letters": {
            name: {key: own[key] for key in VERDICT_KEYS} for name, own in verdict["letters"].items()
        }},
    }
    (folder / "model.json").write_text(json.dumps(metadata, indent=2) + "\n")
