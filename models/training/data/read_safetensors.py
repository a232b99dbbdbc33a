"""Reads safetensors files with nothing but numpy."""
import json
import struct
from pathlib import Path

import numpy as np

NUMPY_TYPES = {"F32": np.float32, "I32": np.int32, "U8": np.uint8}


def read_safetensors(path: Path) -> dict[str, np.ndarray]:
    """Returns the tensors of a safetensors file by name."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header, body = json.loads(raw[8 : 8 + length]), raw[8 + length :]
    header.pop("__metadata__", None)
    return {name: tensor_of(info, body) for name, info in header.items()}


def tensor_of(info: dict, body: bytes) -> np.ndarray:
    """One tensor, as the header describes it."""
    content = body[slice(*info["data_offsets"])]
    return np.frombuffer(content, NUMPY_TYPES[info["dtype"]]).reshape(info["shape"])
