"""Hands under other conditions."""
import numpy as np
import pytest

from drawn_hands import drawn_sample
from network.letter_model import LetterModel
from probes.chosen import sample_windows
from probes.conditions import STILL_ONLY, changed, probe_conditions, resting_hands


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_conditions_change_hands_as_they_say(rng: np.random.Generator) -> None:
    hands = sample_windows([drawn_sample(name) for name in "ABC"])[:, :, 21:]
    found = {name: signing for name, (signing, _) in changed(hands, rng).items()}
    assert np.array_equal(found["as recorded"], hands)
    assert np.allclose(found["near (3 × as large)"], 3 * hands)
    assert np.allclose(found["turned 30°"] @ np.eye(3), found["turned -30°"] @ rotated(60).T, atol=1e-5)
    lost = ~found["30 % of detections lost"].any((2, 3))
    assert 0.15 < lost.mean() < 0.45 and not lost[:, -1].any()
    assert found[STILL_ONLY].any((2, 3)).sum(1).tolist() == [8] * 3
    too_wide = found["aspect taken 15 % too wide"]
    assert np.allclose(too_wide, hands * [1.15, 1, 1.15])


def rotated(degrees: float) -> np.ndarray:
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])


def test_the_resting_hand_hangs_lower_with_fingers_down(rng: np.random.Generator) -> None:
    hands = sample_windows([drawn_sample(name) for name in "ABC"])[:, :, 21:]
    resting = resting_hands(hands, rng)
    assert np.allclose(resting[:, :, 0, 1] - hands[:, -1:, 0, 1], 0.25, atol=0.02)
    assert (resting[:, :, 9, 1] > resting[:, :, 0, 1]).all()


def test_motion_letters_are_not_asked_with_eight_frames(model: LetterModel) -> None:
    found = probe_conditions(model, [drawn_sample("A"), drawn_sample("J")], 0)
    assert len(found["as recorded"]) == 2 and len(found[STILL_ONLY]) == 1
