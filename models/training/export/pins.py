"""Writes pinned.json: known windows, and what letters.onnx gives for exactly these numbers."""
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from data.alphabet import LETTERS
from data.hand import MIRROR
from data.product_window import WINDOW, window_of
from data.sample import Sample, trusted
from export.onnx_file import INPUT
from export.session import session

LANDMARK_DIGITS, ANSWER_DIGITS = 5, 6
PHOTO = 1  # frame


class Wanted(NamedTuple):
    """A pin to look for."""

    name: str
    letter: str
    file: str
    frames: int  # the last frames of the sample that are kept; a photo is repeated to a full window
    left: bool  # slot; a hand of the other side is mirrored


WANTED = [
    Wanted("J in motion", "J", "traduttore-letters", WINDOW, False),
    Wanted("Z in motion", "Z", "traduttore-letters", WINDOW, False),
    Wanted("J of a left hand", "J", "creepyvampire", WINDOW, True),
    Wanted("A held", "A", "creepyvampire", WINDOW, False),
    Wanted("I held", "I", "traduttore-letters", WINDOW, False),
    Wanted("V held", "V", "creepyvampire", WINDOW, False),
    Wanted("W of 8 frames", "W", "traduttore-letters", 8, False),
    Wanted("L of 8 frames of a left hand", "L", "creepyvampire", 8, True),
    Wanted("C, one photo repeated", "C", "tresajoby-static", PHOTO, False),
    Wanted("Y of a left hand, one photo repeated", "Y", "borisgraudt", PHOTO, True),
]


def write_pins(samples: list[Sample], folder: Path) -> None:
    """Writes pinned.json beside the folder's letters.onnx. Raises ValueError where a pin has no sample."""
    run = session(folder / "letters.onnx")
    pins = [json.dumps(find_pin(wanted, samples, run), separators=(",", ":")) for wanted in WANTED]
    (folder / "pinned.json").write_text("[\n" + ",\n".join(pins) + "\n]\n")


def find_pin(wanted: Wanted, samples: list[Sample], run: onnxruntime.InferenceSession) -> dict:
    """The pin of the first trusted sample of its file that is read right: it is a known letter too."""
    letter, file = LETTERS.index(wanted.letter), f"{wanted.file}.safetensors"
    for sample in trusted(samples):
        if sample.file == file and sample.letter == letter:
            window = pinned_window(wanted, sample)
            logits, embedding = run.run(["logits", "embedding"], {INPUT: window[None]})
            if logits[0].argmax() == letter:
                return pin_of(wanted, file, window, logits[0], embedding[0])
    raise ValueError(f"expected a sample that the model reads right for the pin: {wanted.name}")


def pinned_window(wanted: Wanted, sample: Sample) -> np.ndarray:
    """The rounded window [32, 42, 3] of a sample in the wanted slot."""
    if wanted.frames == PHOTO:
        clip = np.repeat(sample.frames[:1], WINDOW, 0)
    else:
        clip = sample.frames[-wanted.frames :]
    if sample.left != wanted.left:
        clip = mirrored_in_picture(clip)
    return rounded(window_of(clip, wanted.left), LANDMARK_DIGITS)


def rounded(numbers: np.ndarray, digits: int) -> np.ndarray:
    """The float32 numbers nearest to these in decimal, in the same shape."""
    decimals = [round(float(number), digits) for number in numbers.flatten()]
    return np.array(decimals, np.float32).reshape(numbers.shape)


def mirrored_in_picture(clip: np.ndarray) -> np.ndarray:
    """The clip [n, 21, 3] mirrored about the middle of a square picture; empty frames stay empty."""
    one_height = np.array([1, 0, 0], np.float32)
    return clip * MIRROR + one_height * clip.any((1, 2), keepdims=True)


def pin_of(
    wanted: Wanted, file: str, window: np.ndarray, logits: np.ndarray, embedding: np.ndarray
) -> dict:
    """What pinned.json says of one window."""
    return {
        "name": wanted.name, "letter": wanted.letter, "source": file,
        "landmarks": [short(number, LANDMARK_DIGITS) for number in window.flatten()],
        "logits": [round(float(value), ANSWER_DIGITS) for value in logits],
        "embedding": [round(float(value), ANSWER_DIGITS) for value in embedding],
    }


def short(number: float, digits: int) -> float | int:
    """The number rounded, without a point where it is whole."""
    number = round(float(number), digits)
    return int(number) if number == int(number) else number
