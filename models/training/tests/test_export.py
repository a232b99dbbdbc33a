"""What is written beside the model."""
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest

from build import VERSION
from data.alphabet import LETTERS
from data.sample import Sample
from drawn_hands import drawn_sample
from export import pins
from export.metadata import write_metadata
from export.onnx_file import export_onnx
from export.pins import PHOTO, WANTED, Wanted, mirrored_in_picture, pinned_window, short, write_pins
from export.session import session
from network.core import Core
from recipe.config import load_config
from recipe.paths import EVALUATION, LETTERS_FOLDER


@pytest.fixture
def folder(core: Core, tmp_path: Path) -> Path:
    export_onnx(core, 0.8, tmp_path / "letters.onnx")
    return tmp_path


def held(sample: Sample) -> Wanted:
    return Wanted("held", LETTERS[sample.letter], sample.signer, PHOTO, False)


def photo_read(folder: Path, right: bool) -> Sample:
    """A photo that the untrained network happens to read right or wrong."""
    run = session(folder / "letters.onnx")
    for sample in map(drawn_sample, LETTERS):
        window = pinned_window(held(sample), sample)
        is_right = run.run(["logits"], {"landmarks": window[None]})[0].argmax() == sample.letter
        if is_right == right:
            return sample
    raise AssertionError


def test_the_graph_has_a_free_batch_axis_and_four_answers(folder: Path) -> None:
    run = session(folder / "letters.onnx")
    answers = run.run(None, {"landmarks": np.zeros((3, 32, 42, 3), np.float32)})
    assert [output.name for output in run.get_outputs()] == ["probabilities", "letterness", "logits", "embedding"]
    assert [answer.shape for answer in answers] == [(3, 26), (3,), (3, 26), (3, 6)]
    assert np.allclose(answers[0].sum(1), 1, atol=1e-5)
    assert onnx.load(str(folder / "letters.onnx")).opset_import[0].version == 17


def test_the_metadata_is_that_of_the_shipped_model_but_for_its_file(folder: Path) -> None:
    evaluation = json.loads(EVALUATION.read_text())
    write_metadata(folder, VERSION, "2026-11-27", load_config()["network"]["compared"], evaluation["verdict"])
    own, shipped = (json.loads((place / "model.json").read_text()) for place in (folder, LETTERS_FOLDER))
    assert own.pop("sha256") == hashlib.sha256((folder / "letters.onnx").read_bytes()).hexdigest()
    shipped.pop("sha256")
    assert own == shipped


def test_a_pin_holds_exactly_what_the_model_was_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = photo_read(folder, right=True)
    monkeypatch.setattr(pins, "WANTED", [held(sample)])
    write_pins([sample], folder)
    (pin,) = json.loads((folder / "pinned.json").read_text())
    assert list(pin) == ["name", "letter", "source", "landmarks", "logits", "embedding"]
    assert (pin["letter"], pin["source"]) == (LETTERS[sample.letter], "one.safetensors")
    window = np.array(pin["landmarks"], np.float32).reshape(1, 32, 42, 3)
    logits, embedding = session(folder / "letters.onnx").run(["logits", "embedding"], {"landmarks": window})
    assert np.allclose(logits[0], pin["logits"], atol=1e-6)
    assert np.allclose(embedding[0], pin["embedding"], atol=1e-6)


def test_only_trusted_samples_that_are_read_right_become_pins(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, wrong = (photo_read(folder, right) for right in (True, False))
    for sample in (replace(right, suspect=True), replace(right, file="other.safetensors"), wrong):
        monkeypatch.setattr(pins, "WANTED", [held(sample)])
        with pytest.raises(ValueError, match="expected a sample .* for the pin: held"):
            write_pins([sample], folder)


def test_a_hand_of_the_other_side_is_mirrored_into_the_wanted_slot() -> None:
    sample = drawn_sample("J")
    window = pinned_window(Wanted("", "J", "one", 8, True), sample)
    assert not window[:24].any() and not window[:, 21:].any()
    expected = sample.frames[-8:] * [-1, 1, 1] + [1, 0, 0]
    assert np.allclose(window[24:, :21], expected, atol=1e-5)


def test_empty_frames_stay_empty_in_a_mirror() -> None:
    clip = drawn_sample("J").frames
    clip[3] = 0
    assert not mirrored_in_picture(clip)[3].any()


def test_numbers_are_short() -> None:
    assert [short(0.123456, 5), short(1.0000001, 5)] == [0.12346, 1]
    assert isinstance(short(0.0, 5), int)


def test_the_shipped_pins_are_those_that_are_wanted() -> None:
    shipped = json.loads((LETTERS_FOLDER / "pinned.json").read_text())
    assert [(pin["name"], pin["letter"]) for pin in shipped] == [(w.name, w.letter) for w in WANTED]
    assert all(len(pin["landmarks"]) == 32 * 42 * 3 and len(pin["logits"]) == 26 for pin in shipped)
    assert all(np.linalg.norm(pin["embedding"]) == pytest.approx(1, abs=1e-5) for pin in shipped)
