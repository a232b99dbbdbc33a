"""Letters read by a person's own samples."""
import numpy as np
import pytest

from data.alphabet import J, Z
from made_folds import made_folds
from measures.my_hand import HandRule, Samples, read_by_hand
from measures.softmax import softmax
from summary.my_hand import draw_samples, my_hand, worst

A, B, C = 0, 1, 2
RULE = HandRule(gain=10, floor=0.5, contrast=4)
NOTHING = Samples(np.array([], int), np.zeros((0, 2)))


def taught(*letters: int) -> Samples:
    """A along x, B along y, C along x too."""
    along = {A: [1.0, 0.0], B: [0.0, 1.0], C: [1.0, 0.0]}
    return Samples(np.array(letters), np.array([along[letter] for letter in letters]).reshape(-1, 2))


@pytest.fixture
def logits() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(5, 26))


def along(angle: float) -> np.ndarray:
    return np.tile([np.cos(angle), np.sin(angle)], (5, 1))


def test_who_has_taught_nothing_is_read_as_before(logits: np.ndarray) -> None:
    assert read_by_hand(logits, along(0.3), NOTHING, RULE) is logits


def test_a_near_sample_speaks_for_its_letter_and_a_far_one_loses_against_it(logits: np.ndarray) -> None:
    change = read_by_hand(logits, along(0), taught(A, B), RULE) - logits
    assert change[:, A] == pytest.approx(10 * (1 - 0.5))
    assert change[:, B] == pytest.approx(-4)
    others = np.setdiff1d(np.arange(26), [A, B, J, Z])
    assert (change[:, others] == 0).all()


def test_the_nearest_of_several_samples_of_a_letter_counts(logits: np.ndarray) -> None:
    both = Samples(np.array([A, A]), np.array([[0.0, 1.0], [1.0, 0.0]]))
    two, one = (read_by_hand(logits, along(0), samples, RULE) for samples in (both, taught(A)))
    assert np.allclose(two, one)


def test_a_sample_below_the_floor_says_nothing_alone(logits: np.ndarray) -> None:
    assert np.allclose(read_by_hand(logits, along(np.pi / 2), taught(A), RULE), logits)


def test_j_and_z_keep_their_probabilities(logits: np.ndarray) -> None:
    before, after = (softmax(x, 1.0) for x in (logits, read_by_hand(logits, along(0), taught(A, B), RULE)))
    assert np.allclose(before[:, [J, Z]], after[:, [J, Z]])
    assert (after[:, A] > before[:, A]).all() and np.allclose(after.sum(1), 1)


def test_one_sample_of_each_still_letter_that_has_two_is_taught() -> None:
    letters = np.array([A, A, B, J, J, C, C])
    drawn = draw_samples(letters, np.random.default_rng(0))
    assert letters[drawn].tolist() == [A, C]


def test_the_worst_letters_are_the_still_ones_that_are_read_worst() -> None:
    letters, read = np.array([A, A, B, B, C, J]), [A, B, C, C, C, A]
    assert worst(np.eye(26)[read], letters, 2) == [B, A]


def test_people_are_asked_about_what_they_have_not_taught() -> None:
    """Ann has two A, of which one is read B: the other one teaches it."""
    strong = HandRule(gain=30, floor=0.5, contrast=4)
    found = my_hand(made_folds(), 1.0, strong)
    assert 2 / 3 < found["bySigner"]["ann"]["before"] < 1
    assert found["bySigner"]["ann"]["everyLetter"] == found["bySigner"]["ann"]["threeWorst"] == 1
    assert found["bySigner"]["bob"]["everyLetter"] == found["bySigner"]["bob"]["before"] == 1
    assert found["everyLetter"] == {"mean": 1, "worst": 1, "errorsGone": 1, "mostHarm": 0}
