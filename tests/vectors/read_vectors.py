"""Reads and writes the binary frames of frames.json with Python's own library alone."""

import json
import math
import struct
from pathlib import Path

HEADER = struct.Struct("<BBHId")
LANDMARKS = struct.Struct("<126f")
vectors = json.loads((Path(__file__).parent / "frames.json").read_text())


def encode(frame):
    payload = bytes.fromhex(frame["payload"]) if frame["kind"] == 1 else LANDMARKS.pack(*frame["landmarks"])
    return HEADER.pack(1, frame["kind"], int(frame["mirrored"]), frame["sequence"], frame["capturedAt"]) + payload


def decode(message):
    if len(message) < HEADER.size:
        raise ValueError("expected a header of 16 bytes")
    version, kind, flags, sequence, captured_at = HEADER.unpack_from(message)
    if version != 1 or kind not in (1, 2) or not math.isfinite(captured_at):
        raise ValueError("expected version 1, kind 1 or 2 and a finite time")
    frame = {"kind": kind, "mirrored": bool(flags & 1), "sequence": sequence, "capturedAt": captured_at}
    payload = message[HEADER.size :]
    if kind == 1:
        return frame | {"payload": payload.hex()}
    if len(payload) != LANDMARKS.size:
        raise ValueError("expected 42 x 3 float32")
    landmarks = list(LANDMARKS.unpack(payload))
    if not all(map(math.isfinite, landmarks)):
        raise ValueError("expected finite landmarks")
    return frame | {"landmarks": landmarks}


for frame in vectors["frames"]:
    message = bytes.fromhex(frame["message"])
    expected = {key: value for key, value in frame.items() if key not in ("name", "message")}
    assert decode(message) == expected, frame["name"]
    assert encode(frame) == message, frame["name"]

for frame in vectors["refused"]:
    try:
        decode(bytes.fromhex(frame["message"]))
    except ValueError:
        continue
    raise AssertionError(frame["name"])

print(f"{len(vectors['frames'])} frames agree, {len(vectors['refused'])} are refused")
