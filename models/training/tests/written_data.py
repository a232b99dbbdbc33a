"""Landmark files as the recipe reads them, written by tests."""
import json
import struct
from pathlib import Path

import numpy as np

SAFETENSORS_TYPES = {"float32": "F32", "int32": "I32", "uint8": "U8"}


def write_safetensors(path: Path, tensors: dict[str, np.ndarray]) -> None:
    """Writes a safetensors file."""
    header, body = {}, b""
    for name, tensor in tensors.items():
        begin = len(body)
        body += tensor.tobytes()
        kind = SAFETENSORS_TYPES[tensor.dtype.name]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [begin, len(body)]}
    text = json.dumps({"__metadata__": {"aspect": "1"}, **header}).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def write_source(
    folder: Path, file: str, clips: list[np.ndarray], letters: list[int], left: bool = False, **entry: object
) -> None:
    """Adds a landmark file and its entry in sources.json; clips are [n, 21, 3], normalized to the picture."""
    offsets = np.cumsum([0, *(len(clip) for clip in clips)]).astype(np.int32)
    write_safetensors(folder / file, {
        "landmarks": np.concatenate(clips).astype(np.float32), "offsets": offsets,
        "letter": np.array(letters, np.uint8), "hand": np.full(len(clips), 1 if left else 2, np.uint8),
        "signer": np.arange(len(clips)).astype(np.uint8),
    })
    listed = folder / "sources.json"
    entries = json.loads(listed.read_text()) if listed.exists() else []
    given = {"file": file, "kind": "static", "aspect": 1, "frozenMotionLetters": "", "suspectLetters": ""}
    listed.write_text(json.dumps([*entries, {**given, **entry}]))
