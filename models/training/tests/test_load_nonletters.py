"""Reading hands that are no letter."""
from pathlib import Path

import numpy as np

from data.load_nonletters import load_nonletters
from data.sample import NO_LETTER
from written_data import write_nonletters

LABELS = {"digit 1": 2, "open hand": 1}


def hands(count: int) -> list[np.ndarray]:
    return [np.full((1, 21, 3), 0.5, np.float32)] * count


def test_only_the_named_labels_are_read_and_are_no_letter(tmp_path: Path) -> None:
    write_nonletters(tmp_path, "aslhg-digits.safetensors", hands(3), [0, 1, 0], LABELS, aspect=2)
    (sample,) = load_nonletters(tmp_path, ["open hand", "fist"])
    assert (sample.letter, sample.signer, sample.flat) == (NO_LETTER, "aslhg-1", False)
    assert sample.frames[0, 0].tolist() == [1, 0.5, 1]


def test_hands_of_two_dimensions_have_no_depth(tmp_path: Path) -> None:
    flat = hands(1)
    flat[0][..., 2] = np.nan
    write_nonletters(tmp_path, "someone.safetensors", flat, [0], {"fist": 1}, dimensions=2)
    (sample,) = load_nonletters(tmp_path, ["fist"])
    assert sample.flat and not sample.frames[..., 2].any()
