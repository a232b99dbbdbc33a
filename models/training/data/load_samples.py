"""Reads the landmark files that config.json names."""
import json
from pathlib import Path

import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS
from data.hand import present
from data.read_safetensors import read_safetensors
from data.sample import Sample

SOURCES = "sources.json"
LEAST_MOTION_FRAMES = 5  # a J or Z seen in fewer frames shows no motion
TOLD_APART = ("aslhg", "kelhuynh", "traduttore")  # repositories whose signers have numbers of their own


def signer_of(file: str, signer: int) -> str:
    """The fold behind a file: a person where people are told apart, else everybody of the repository."""
    name = file.split(".")[0].split("-")[0]
    return f"{name}-{signer}" if name in TOLD_APART else name


def load_samples(data: Path, files: list[str]) -> list[Sample]:
    """The samples of the named files of the folder, in the order of its sources.json.

    Samples without any hand are left out; frozen, suspect and flat ones are kept and marked. Raises ValueError
    where sources.json lacks a file, or where a file's depth is not as it says there.
    """
    entries = json.loads((data / SOURCES).read_text())
    missing = set(files) - {entry["file"] for entry in entries}
    if missing:
        raise ValueError(f"expected {SOURCES} to list every source of config.json")
    return [sample for entry in entries if entry["file"] in files for sample in samples_of(data, entry)]


def samples_of(data: Path, source: dict) -> list[Sample]:
    """The samples of one file, described by its entry in sources.json."""
    tensors = read_safetensors(data / source["file"])
    clips = np.split(in_picture_heights(tensors["landmarks"], source), tensors["offsets"][1:-1])
    labels = zip(clips, tensors["letter"], tensors["hand"], tensors["signer"])
    return [sample_of(source, *label) for label in labels if label[0].any()]


def in_picture_heights(landmarks: np.ndarray, source: dict) -> np.ndarray:
    """Landmarks [f, 21, 3] of a file in picture heights; z is 0 throughout where the file has none.

    Raises ValueError where numbers are missing that the file is said to have.
    """
    if is_flat(source):
        landmarks = np.concatenate([landmarks[..., :2], np.zeros_like(landmarks[..., 2:])], -1)
    if np.isnan(landmarks).any():
        raise ValueError("expected every number that the file has by its entry in sources.json")
    return landmarks * np.array([source["aspect"], 1, source["aspect"]], np.float32)


def is_flat(source: dict) -> bool:
    """Whether a file has x and y only."""
    return source.get("dimensions", 3) == 2


def sample_of(source: dict, frames: np.ndarray, letter: int, slot: int, signer: int) -> Sample:
    """One sample; frames [n, 21, 3] in picture heights, slot 1 = left."""
    name = LETTERS[letter]
    motionless = name in MOTION_LETTERS and present(frames).sum() < LEAST_MOTION_FRAMES
    return Sample(
        frames=frames, letter=int(letter), left=slot == 1, signer=signer_of(source["file"], int(signer)),
        file=source["file"], kind=source["kind"],
        frozen=name in source["frozenMotionLetters"] or motionless, suspect=name in source["suspectLetters"],
        flat=is_flat(source),
    )
