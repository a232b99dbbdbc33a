"""Reads the hands that are no letter."""
import json
from pathlib import Path

import numpy as np

from data.load_samples import SOURCES, in_picture_heights, is_flat, signer_of
from data.read_safetensors import read_safetensors
from data.sample import NO_LETTER, Sample


def load_nonletters(data: Path, labels: list[str]) -> list[Sample]:
    """The samples with these labels of every file that the folder's sources.json names."""
    entries = json.loads((data / SOURCES).read_text())
    return [sample for entry in entries for sample in nonletters_of(data, entry, labels)]


def nonletters_of(data: Path, source: dict, labels: list[str]) -> list[Sample]:
    """The samples of one file with these labels."""
    tensors = read_safetensors(data / source["file"])
    clips = np.split(in_picture_heights(tensors["landmarks"], source), tensors["offsets"][1:-1])
    names = list(source["labels"])
    rows = zip(clips, tensors["label"], tensors["hand"], tensors["signer"])
    return [
        Sample(
            frames=frames, letter=NO_LETTER, left=slot == 1, signer=signer_of(source["file"], int(signer)),
            file=source["file"], kind="static", frozen=False, suspect=False, flat=is_flat(source),
        )
        for frames, label, slot, signer in rows
        if names[label] in labels and frames.any()
    ]
