"""Reads the landmark files and turns them into one pool of hands.

A pool holds hands only as shapes: every left hand is mirrored to a right one, every sample is centred on its first wrist and
divided by its palm size, so one unit is about the distance wrist to knuckles ("hand unit").
"""
import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOTION = ("J", "Z")
WINDOW = 32
KNUCKLES = [5, 9, 13, 17]
NUMPY_TYPES = {"F32": np.float32, "I32": np.int32, "U8": np.uint8}


@dataclass
class Sample:
    """One recorded letter of one signer."""

    frames: np.ndarray  # [n, 21, 3] isotropic units (picture heights), as recorded (not mirrored); zeros where no hand was found
    letter: int
    left: bool  # which slot the hand was in
    signer: str  # a fold: one person, or several who are not told apart
    file: str
    kind: str  # "static" or "sequence"
    frozen: bool  # a J or Z that was held still: never a training letter
    suspect: bool  # the label disagrees with all other signers


def read_safetensors(path: Path) -> dict[str, np.ndarray]:
    """Returns the tensors of a safetensors file by name."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header, body = json.loads(raw[8 : 8 + length]), raw[8 + length :]
    return {
        name: np.frombuffer(body[slice(*info["data_offsets"])], NUMPY_TYPES[info["dtype"]]).reshape(info["shape"])
        for name, info in header.items()
        if name != "__metadata__"
    }


def signer_of(file: str, signer: int) -> str:
    """The person (fold) behind a file: files of one repository are one fold, but traduttore's three signers are three."""
    name = file.split(".")[0].split("-")[0]
    return f"{name}-{signer}" if name == "traduttore" else name


def load_samples(data: Path) -> list[Sample]:
    """Reads every source. Samples without any hand are left out; frozen and suspect ones are kept and marked."""
    samples = []
    for source in json.loads((data / "sources.json").read_text()):
        tensors = read_safetensors(data / source["file"])
        scale = np.array([source["aspect"], 1, source["aspect"]], np.float32)
        landmarks, offsets = tensors["landmarks"] * scale, tensors["offsets"]
        for i, letter in enumerate(tensors["letter"]):
            frames = landmarks[offsets[i] : offsets[i + 1]]
            if not frames.any():
                continue
            name = LETTERS[letter]
            frozen = name in source["frozenMotionLetters"] or (name in MOTION and present(frames).sum() < 5)
            samples.append(
                Sample(
                    frames, int(letter), tensors["hand"][i] == 1, signer_of(source["file"], int(tensors["signer"][i])),
                    source["file"], source["kind"], frozen, name in source["suspectLetters"],
                )
            )
    return samples


def present(frames: np.ndarray) -> np.ndarray:
    """[n] true where a frame [n, 21, 3] holds a hand."""
    return frames.reshape(len(frames), -1).any(1)


def as_right(frames: np.ndarray, left: bool) -> np.ndarray:
    """A left hand mirrored to a right one; [n, 21, 3]."""
    return frames * np.array([-1, 1, 1], np.float32) if left else frames


def palm_size(frames: np.ndarray) -> float:
    """Mean distance wrist to knuckles over the frames [n, 21, 3], depth counted half because it is only estimated."""
    arms = (frames[:, KNUCKLES] - frames[:, :1]) * np.array([1, 1, 0.5], np.float32)
    return float(np.linalg.norm(arms, axis=-1).mean()) + 1e-6


@dataclass
class Pool:
    """Hands to draw training windows from; sample i is frames starts[i] … starts[i] + lengths[i] - 1."""

    frames: np.ndarray  # [f, 21, 3] hand units, right hands, first wrist at the origin
    starts: np.ndarray  # [s]
    lengths: np.ndarray  # [s]
    letters: np.ndarray  # [s]
    signers: np.ndarray  # [s] index of the signer
    signer_names: list[str]


def build_pool(samples: list[Sample]) -> Pool:
    """The pool of all trustworthy samples (neither frozen nor suspect)."""
    kept = [s for s in samples if not s.frozen and not s.suspect]
    names = sorted({s.signer for s in kept})
    shapes = []
    for sample in kept:
        frames = as_right(sample.frames[present(sample.frames)], sample.left)
        shapes.append((frames - frames[:1, :1]) / palm_size(frames))
    lengths = np.array([len(s) for s in shapes])
    return Pool(
        np.concatenate(shapes).astype(np.float32), np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths,
        np.array([s.letter for s in kept]), np.array([names.index(s.signer) for s in kept]), names,
    )


def window_of(frames: np.ndarray, left: bool, last: int = WINDOW) -> np.ndarray:
    """The product's window [32, 42, 3] of a clip [n, 21, 3]: right-aligned, leading zeros, the hand in its slot.

    A clip longer than `last` is resampled to `last` frames, as a slower camera would have seen it.
    """
    if len(frames) > last:
        frames = frames[np.linspace(0, len(frames) - 1, last).round().astype(int)]
    window = np.zeros((WINDOW, 42, 3), np.float32)
    slot = slice(0, 21) if left else slice(21, 42)
    window[WINDOW - len(frames) :, slot] = frames
    return window
