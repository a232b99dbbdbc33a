"""The measures, on numbers worked out by hand."""
import numpy as np
import pytest

from data.alphabet import LETTERS
from measures.confusion import confusion, mistakes
from measures.reliability import reliability
from measures.right import right
from measures.shares import over_signers, share, spread
from measures.signer_weights import signer_weights
from measures.softmax import softmax
from measures.temperature import fit_temperature

ALIKE = np.full(4, 0.25)


def test_every_signer_weighs_the_same_however_many_samples_they_have() -> None:
    weights = signer_weights(np.array(["a", "b", "b", "b", "b", "c", "c"]))
    assert weights == pytest.approx([1 / 3, *[1 / 12] * 4, 1 / 6, 1 / 6])


def test_a_temperature_divides_the_logits() -> None:
    assert softmax(np.array([[2.0, 0.0]]), 2.0)[0] == pytest.approx([np.e / (np.e + 1), 1 / (np.e + 1)])
    assert softmax(np.array([[1000.0, 0.0]]), 1.0)[0].tolist() == [1, 0]


@pytest.mark.parametrize("factor", [0.5, 1.0, 2.5])
def test_the_temperature_undoes_the_factor_on_honest_logits(factor: float) -> None:
    logits = np.log([[0.8, 0.2]] * 5) * factor
    letters = np.array([0, 0, 0, 0, 1])
    assert fit_temperature(logits, letters, np.full(5, 0.2)) == pytest.approx(factor, rel=0.03)


def test_the_temperature_counts_weights_and_not_samples() -> None:
    logits = np.log([[0.8, 0.2]] * 4)
    weights = np.array([0.8 / 3] * 3 + [0.2])
    assert fit_temperature(logits, np.array([0, 0, 0, 1]), weights) == pytest.approx(1, rel=0.03)


def test_calibration_error_is_the_mean_distance_of_what_was_said_from_what_was() -> None:
    confidence, hits = np.array([0.95, 0.95, 0.5, 0.5]), np.array([True, True, True, False])
    error, bins = reliability(confidence, hits, ALIKE)
    assert error == pytest.approx(0.5 * 0.05 + 0.5 * 0)
    assert bins == [
        {"from": 0.4667, "to": 0.5333, "share": 0.5, "confidence": 0.5, "accuracy": 0.5},
        {"from": 0.9333, "to": 1.0, "share": 0.5, "confidence": 0.95, "accuracy": 1.0},
    ]


def test_calibration_error_does_not_cancel_between_bins() -> None:
    error, _ = reliability(np.array([0.9, 0.9, 0.3, 0.3]), np.array([0, 0, 1, 1]), ALIKE)
    assert error == pytest.approx(0.5 * 0.9 + 0.5 * 0.7)


def test_certainty_falls_into_the_last_bin() -> None:
    _, bins = reliability(np.ones(4), np.ones(4), ALIKE)
    assert [(b["from"], b["to"]) for b in bins] == [(0.9333, 1.0)]


def test_shares_of_nothing_are_none() -> None:
    assert share(np.array([True, False, False])) == 0.3333
    assert share(np.array([])) is None
    assert over_signers({}) is None


def test_a_spread_has_the_standard_deviation_of_a_sample() -> None:
    assert spread([0.5, 0.7]) == {"mean": 0.6, "sd": 0.1414, "seeds": [0.5, 0.7]}
    assert spread([0.5])["sd"] is None


def test_the_mean_over_signers_counts_each_once() -> None:
    assert over_signers({"a": [1.0, 0.5], "b": [0.25]}) == 0.5


def test_right_is_the_best_letter() -> None:
    found = {"headline/logits": np.array([[1, 3], [5, 2], [0, 1]]), "headline/letter": np.array([1, 1, 1])}
    assert right(found).tolist() == [True, False, True]
    plain = {"logits": found["headline/logits"], "letter": np.zeros(3)}
    assert right(plain, "").tolist() == [False, True, False]


def test_confusion_has_the_signed_letters_down() -> None:
    a, b, c = range(3)
    confused = confusion(np.array([a, a, a, a, b]), np.array([a, b, b, c, b]))
    assert confused[a, :3].tolist() == [0.25, 0.5, 0.25]
    assert confused[b, b] == 1 and confused[c].sum() == 0


def test_mistakes_are_named_by_how_often_they_happen_and_four_at_most() -> None:
    row = np.zeros(26)
    for name, value in {"A": 0.7, "B": 0.05, "C": 0.1, "D": 0.06, "E": 0.05, "F": 0.04, "G": 0.005}.items():
        row[LETTERS.index(name)] = value
    assert list(mistakes(row, 0)) == ["C", "D", "B", "E"]
    assert mistakes(row, 0)["C"] == 0.1
    assert "G" not in mistakes(np.where(row == 0.005, row, 0), 0)
