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


def signer_of(file: str, signer: int) -> str:
    """The fold behind a file: one per repository, but traduttore's three signers are three."""
    name = file.split(".")[0].split("-")[0]
    return f"{name}-{signer}" if name == "traduttore" else name


def load_samples(data: Path, files: list[str]) -> list[Sample]:
    """The samples of the named files of the folder, in the order of its sources.json.

    Samples without any hand are left out; frozen and suspect ones are kept and marked. Raises ValueError
    where sources.json lacks a file, or where a file has no depth.
    """
    entries = json.loads((data / SOURCES).read_text())
    missing = set(files) - {entry["file"] for entry in entries}
    if missing:
        raise ValueError(f"expected {SOURCES} to list every source of config.json")
    return [sample for entry in entries if entry["file"] in files for sample in samples_of(data, entry)]


def samples_of(data: Path, source: dict) -> list[Sample]:
    """The samples of one file, described by its entry in sources.json."""
    tensors = read_safetensors(data / source["file"])
    if np.isnan(tensors["landmarks"]).any():
        raise ValueError("expected landmarks with depth: leave sources of two dimensions out of config.json")
    landmarks = tensors["landmarks"] * np.array([source["aspect"], 1, source["aspect"]], np.float32)
    clips = np.split(landmarks, tensors["offsets"][1:-1])
    labels = zip(clips, tensors["letter"], tensors["hand"], tensors["signer"])
    return [sample_of(source, *label) for label in labels if label[0].any()]


def sample_of(source: dict, frames: np.ndarray, letter: int, slot: int, signer: int) -> Sample:
    """One sample; frames [n, 21, 3] in picture heights, slot 1 = left."""
    name = LETTERS[letter]
    motionless = name in MOTION_LETTERS and present(frames).sum() < LEAST_MOTION_FRAMES
    return Sample(
        frames=frames, letter=int(letter), left=slot == 1, signer=signer_of(source["file"], int(signer)),
        file=source["file"], kind=source["kind"],
        frozen=name in source["frozenMotionLetters"] or motionless, suspect=name in source["suspectLetters"],
    )
