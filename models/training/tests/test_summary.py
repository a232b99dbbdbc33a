"""evaluation.json of folds made by hand (made_folds.py); every expected figure was worked out on paper."""
import numpy as np
import pytest

from made_folds import made_folds
from measures.signer_weights import signer_weights
from measures.softmax import softmax
from measures.temperature import fit_temperature
from summary.by_letter import by_letter, mean_confusion
from summary.by_signer import by_signer
from summary.calibration import calibration, one_temperature, probabilities_by_others
from summary.conditions import conditions
from summary.frozen import frozen
from summary.hands import hands
from summary.kept_folds import KeptFolds
from summary.lengths_and_rates import lengths_and_rates
from summary.letterness import letterness
from summary.summarize import summarize
from summary.unseen_signers import unseen_signers
from summary.waits import waits

A, B, I, J = 0, 1, 8, 9


@pytest.fixture
def folds() -> KeptFolds:
    return made_folds()


def test_every_section_is_there_in_its_order(folds: KeptFolds) -> None:
    assert list(summarize(folds)) == [
        "unseenSigners", "bySigner", "byLetter", "confusion", "hands", "calibration", "conditions",
        "lengthsAndRates", "frozen", "framesUntilFirstRight", "letterness", "myHand", "verdict",
    ]


def test_the_headline_counts_every_signer_alike(folds: KeptFolds) -> None:
    unseen = unseen_signers(folds, by_signer(folds))
    assert unseen["accuracy"] == {"mean": 0.6875, "sd": 0.2652, "seeds": [0.875, 0.5]}
    assert unseen["lettersAlike"]["seeds"] == pytest.approx([(5 / 6 + 1) / 2, 0.5], abs=1e-4)
    assert unseen["worstSigner"] == {"signer": "ann", "mean": 0.625, "sd": 0.1768, "seeds": [0.75, 0.5]}


def test_j_and_z_are_those_of_the_signers_that_have_them(folds: KeptFolds) -> None:
    unseen = unseen_signers(folds, by_signer(folds))
    assert (unseen["J"], unseen["signersOfJ"], unseen["Z"], unseen["signersOfZ"]) == (0.5, 1, 0.5, 1)


def test_seeds_together_average_probabilities(folds: KeptFolds) -> None:
    assert unseen_signers(folds, by_signer(folds))["seedsTogether"] == (0.75 + 1) / 2


def test_one_signer(folds: KeptFolds) -> None:
    ann = by_signer(folds)["ann"]
    assert ann == {
        "samples": 4, "letters": 3, "accuracy": {"mean": 0.625, "sd": 0.1768, "seeds": [0.75, 0.5]},
        "lettersAlike": {"mean": 0.6667, "sd": 0.2357, "seeds": [0.8333, 0.5]},
        "J": 0.5, "Z": None, "letternessOver": 0.875,
    }


def test_confusion_counts_signers_and_seeds_alike(folds: KeptFolds) -> None:
    confused = mean_confusion(folds)
    assert confused[A, [A, B]].tolist() == [0.75, 0.25]
    assert confused[J, [I, J]].tolist() == [0.5, 0.5]
    assert by_letter(folds, confused)["A"] == {"signers": 2, "accuracy": 0.75, "readAs": {"B": 0.25}}
    assert by_letter(folds, confused)["J"]["signers"] == 1


def test_left_and_right_hands_count_samples_alike(folds: KeptFolds) -> None:
    found = hands(folds)
    assert (found["left"], found["right"]) == (1.0, 0.6)
    assert found["bySigner"] == {"ann": {"left": 1.0, "right": 0.5}}
    assert found["mirroredLargestLogitDifference"] == 0.1


def test_each_signers_temperature_is_fitted_on_the_others(folds: KeptFolds) -> None:
    ann, bob = (folds.found[signer, 0] for signer in ("ann", "bob"))
    weights = signer_weights(np.zeros(2))
    expected = fit_temperature(bob["headline/logits"], bob["headline/letter"], weights)
    own = probabilities_by_others(folds, 0)[:4]
    assert np.allclose(own, softmax(ann["headline/logits"], expected))
    others = fit_temperature(ann["headline/logits"], ann["headline/letter"], signer_weights(np.zeros(4)))
    assert expected != others


def test_calibration_reports_the_mean_temperature_and_bins_of_all_seeds(folds: KeptFolds) -> None:
    assert one_temperature([0.5, 2.0]) == pytest.approx(1)
    found = calibration(folds, [0.5, 2.0])
    assert (found["temperature"], found["temperatureBySeed"]) == (1.0, [0.5, 2.0])
    assert sum(b["share"] for b in found["bins"]) == pytest.approx(1)
    right = sum(b["share"] * b["accuracy"] for b in found["bins"])
    assert right == pytest.approx(0.6875, abs=1e-3)


def test_conditions_count_every_signer_alike(folds: KeptFolds) -> None:
    assert conditions(folds) == {"as recorded": 0.625}


def test_rates_are_those_of_the_signers_with_sequences(folds: KeptFolds) -> None:
    found = lengths_and_rates(folds)
    assert list(found["stillLetters"]) == list(found["J and Z"]) == ["8 frames", "16 frames", "32 frames"]
    assert found["stillLetters"]["8 frames"] == {
        "5 per second": 0.5, "10 per second": 1.0, "15 per second": 1.0, "30 per second": 1.0,
    }
    assert found["J and Z"]["32 frames"]["30 per second"] == 0.5


def test_frozen_hands_say_what_they_are_read_as(folds: KeptFolds) -> None:
    found = frozen(folds)
    assert found["frozen J, posed and held still"] == {
        "windows": 1, "read as J": 0.0, "read as I": 0.5, "others": {"A": 0.5},
    }
    assert found["frozen J, first frame of the motion, held"] == {
        "windows": 1, "read as J": 0.5, "read as I": 0.5, "others": {},
    }
    assert found["frozen Z, posed and held still"]["windows"] == 0
    assert found["frozen Z, posed and held still"]["read as D"] is None


def test_waits_tell_still_letters_from_j_and_z(folds: KeptFolds) -> None:
    assert waits(folds, 1.0) == {
        "stillLetters": {"median": 3, "p90": 6, "neverIn32": 0.0, "within8": 1.0, "clips": 2},
        "J and Z": {"median": 99, "p90": 99, "neverIn32": 1.0, "within8": 0.0, "clips": 1},
    }


def test_letterness_by_threshold(folds: KeptFolds) -> None:
    found = letterness(folds, 1.0)
    assert found["lettersAtOrOver"] == {"0.3": 1.0, "0.5": 0.9375, "0.7": 0.4375, "0.9": 0.4375}
    assert found["nonletterWindowsAtOrOver0.5"] == {"cutMotion": 1.0, "wave": 0.25}
    assert found["streamRate"] == 15


def test_false_letters_are_counted_per_minute_of_half_a_minute_of_stream(folds: KeptFolds) -> None:
    found = letterness(folds, 1.0)["falseLettersPerMinute"]
    assert {threshold: kinds["no hand"] for threshold, kinds in found.items()} == {
        "0.3": 1.0, "0.5": 1.0, "0.7": 0.0, "0.9": 0.0,
    }
