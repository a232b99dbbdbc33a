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
    write_clips(folder / file, clips, left, letter=letters)
    given = {"file": file, "kind": "static", "aspect": 1, "frozenMotionLetters": "", "suspectLetters": ""}
    list_source(folder, {**given, **entry})


def write_nonletters(
    folder: Path, file: str, clips: list[np.ndarray], labels: list[int], names: dict[str, int], **entry: object
) -> None:
    """Adds a file of hands that are no letter, and its entry in sources.json; labels are numbers into names."""
    write_clips(folder / file, clips, label=labels)
    list_source(folder, {"file": file, "aspect": 1, "labels": names, **entry})


def write_clips(path: Path, clips: list[np.ndarray], left: bool = False, **labels: list[int]) -> None:
    """Writes clips of as many signers, with what they show."""
    write_safetensors(path, {
        "landmarks": np.concatenate(clips).astype(np.float32),
        "offsets": np.cumsum([0, *(len(clip) for clip in clips)]).astype(np.int32),
        **{name: np.array(values, np.uint8) for name, values in labels.items()},
        "hand": np.full(len(clips), 1 if left else 2, np.uint8),
        "signer": np.arange(len(clips)).astype(np.uint8),
    })


def list_source(folder: Path, entry: dict) -> None:
    """Adds an entry to sources.json."""
    listed = folder / "sources.json"
    entries = json.loads(listed.read_text()) if listed.exists() else []
    listed.write_text(json.dumps([*entries, entry]))
