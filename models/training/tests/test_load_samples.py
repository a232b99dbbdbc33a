"""Reading landmark files."""
from pathlib import Path

import numpy as np
import pytest

from data.alphabet import I, J, Z
from data.load_samples import load_samples
from written_data import write_source

FILE = "someone.safetensors"
A, M = 0, 12


def clip(frames: int = 1) -> np.ndarray:
    return np.full((frames, 21, 3), 0.5, np.float32)


def flat_clip() -> np.ndarray:
    flat = clip()
    flat[..., 2] = np.nan
    return flat


def test_x_and_z_are_multiplied_by_the_aspect(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [clip()], [A], aspect=2)
    (sample,) = load_samples(tmp_path, [FILE])
    assert sample.frames[0, 0].tolist() == [1, 0.5, 1]


def test_each_sample_gets_its_own_frames_letter_and_slot(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [clip(2), 2 * clip(3)], [A, I], left=True)
    first, second = load_samples(tmp_path, [FILE])
    assert (len(first.frames), first.letter, first.left) == (2, A, True)
    assert (len(second.frames), second.letter, second.frames[0, 0, 0]) == (3, I, 1)


def test_samples_without_a_hand_are_left_out(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [0 * clip(), clip()], [A, I])
    assert [sample.letter for sample in load_samples(tmp_path, [FILE])] == [I]


def test_only_the_named_files_are_read(tmp_path: Path) -> None:
    for file in (FILE, "other.safetensors"):
        write_source(tmp_path, file, [clip()], [A])
    (tmp_path / "other.safetensors").unlink()
    assert [sample.file for sample in load_samples(tmp_path, [FILE])] == [FILE]


def test_a_file_that_is_not_listed_is_an_error(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [clip()], [A])
    with pytest.raises(ValueError, match="expected sources.json to list every source"):
        load_samples(tmp_path, [FILE, "absent.safetensors"])


def test_landmarks_of_two_dimensions_are_flat_and_have_no_depth(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [flat_clip()], [A], dimensions=2, aspect=2)
    (sample,) = load_samples(tmp_path, [FILE])
    assert sample.flat and sample.frames[0, 0].tolist() == [1, 0.5, 0]


def test_numbers_that_are_missing_and_should_not_are_an_error(tmp_path: Path) -> None:
    write_source(tmp_path, FILE, [flat_clip()], [A])
    with pytest.raises(ValueError, match="expected every number"):
        load_samples(tmp_path, [FILE])


def test_marked_letters_are_frozen_or_suspect(tmp_path: Path) -> None:
    letters = [J, Z, M]
    write_source(tmp_path, FILE, [clip(9)] * 3, letters, frozenMotionLetters="J", suspectLetters="M")
    samples = load_samples(tmp_path, [FILE])
    assert [sample.frozen for sample in samples] == [True, False, False]
    assert [sample.suspect for sample in samples] == [False, False, True]


def test_a_motion_seen_in_fewer_than_five_frames_is_frozen(tmp_path: Path) -> None:
    seen_in_four = np.concatenate([clip(4), 0 * clip(9)])
    write_source(tmp_path, FILE, [seen_in_four, clip(5), clip(4)], [J, J, A])
    assert [sample.frozen for sample in load_samples(tmp_path, [FILE])] == [True, False, False]


def test_files_of_a_repository_are_one_signer_where_people_are_not_told_apart(tmp_path: Path) -> None:
    files = ["princeo-first.safetensors", "princeo-second.safetensors", "traduttore-letters.safetensors"]
    for file in files:
        write_source(tmp_path, file, [clip(), clip()], [A, A])
    signers = [sample.signer for sample in load_samples(tmp_path, files)]
    assert signers == ["princeo"] * 4 + ["traduttore-0", "traduttore-1"]
