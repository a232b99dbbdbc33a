"""Learners who go from letter to letter, and how the asked one is judged."""
import numpy as np
import pytest

from data.alphabet import J
from data.sample import Sample
from drawn_hands import drawn_sample, drawn_signer
from made_folds import made_folds
from measures.marks import Held, Limits
from network.letter_model import LetterModel
from probes.streams.letter_streams import ASKED, BEFORE, CHANGE, letter_stream, shown
from probes.verdicts import another, probe_verdicts
from summary.verdicts import judged_by_others, verdicts

A, B = 0, 1


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_a_stream_goes_from_one_letter_to_the_next(rng: np.random.Generator) -> None:
    before, sample = drawn_sample("B"), drawn_sample("A")
    stream = letter_stream(sample, before, rng)
    assert stream.shape == (BEFORE + CHANGE + ASKED, 21, 3)
    wrist = stream[:, :1]
    assert np.allclose((stream - wrist)[: BEFORE], shown(before)[0], atol=0.1)
    assert np.allclose((stream - wrist)[BEFORE + CHANGE :], shown(sample)[0], atol=0.1)


def test_a_motion_is_played_once_and_its_last_hand_held() -> None:
    clip = shown(drawn_sample("J"))
    assert len(clip) == ASKED
    moved = np.abs(np.diff(clip[:, 0, 0])) > 1e-4
    assert moved[:14].all() and not moved[14:].any()


def test_a_left_hand_is_shown_as_the_right_one_that_looks_the_same() -> None:
    assert np.allclose(shown(drawn_sample("L")), shown(drawn_sample("L", left=True)), atol=1e-5)


def test_the_letter_before_is_another_one(rng: np.random.Generator) -> None:
    samples = drawn_signer("one", "ABC")
    assert all(another(samples[0], samples, rng).letter != A for _ in range(20))


def test_every_reading_from_the_change_on_is_kept(model: LetterModel) -> None:
    samples: list[Sample] = drawn_signer("one", "ABJ", each=1)
    found = probe_verdicts(model, samples, 0)
    assert found["logits"].shape == (3, CHANGE + ASKED, 26)
    assert found["embedding"].shape == (3, CHANGE + ASKED, 6) and found["letterness"].shape == (3, CHANGE + ASKED)
    assert found["letter"].tolist() == [A, B, J] and (found["before"] != found["letter"]).all()


def test_people_are_judged_by_marks_that_others_set() -> None:
    """The second person's A is weaker than what passes for A with the first: by that mark it is not shown."""
    marks = np.zeros((4, 26))
    marks[:, A] = [0.9, 0.5, 0.4, 0.2]
    held = Held(marks, np.array([A, B, A, B]), np.full(4, 5), np.array([0, 0, 1, 1]))
    true, false = judged_by_others(held, A, Limits(0.1, 0.1, 0.1))
    assert true == pytest.approx(0.5)  # 0.9 against 0.21, 0.4 against 0.51
    assert false[B] == pytest.approx(0.5)  # 0.5 against 0.21, 0.2 against 0.51
    assert np.isnan(false[A])


def test_the_summary_says_what_passes() -> None:
    found = verdicts(made_folds(), 1.0, Limits(0.1, 0.2, 0.1))
    assert (found["hold"], set(found["letters"])) == (3, set("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    a = found["letters"]["A"]
    assert a["truePassed"] == 1 and a["nearest"] == "B" and a["nearestPassed"] == 0.5
    assert a["almost"] == pytest.approx(a["shown"] / 4, abs=0.01) and a["lookalikes"].startswith("B")
