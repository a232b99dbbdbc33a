"""What a learner sees: smoothing, false letters, waiting."""
import numpy as np
import pytest

from measures.false_letters import false_letters
from measures.first_right import NEVER, first_right
from measures.smoothing import smoothed

A, B = 0, 1


def logits_of(read: list[int], sure: float = 8.0) -> np.ndarray:
    return sure * np.eye(26)[read]


def letters_shown(read: list[int], letterness: list[float], threshold: float = 0.5) -> int:
    return false_letters(logits_of(read), np.array(letterness, float), 1.0, threshold)


def test_smoothing_is_the_mean_of_the_last_five() -> None:
    rows = np.array([1.0, 0, 0, 0, 0, 5, 0])
    assert smoothed(rows) == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1, 1])


def test_smoothing_takes_each_column_for_itself() -> None:
    rows = np.arange(14.0).reshape(7, 2)
    assert smoothed(rows)[-1] == pytest.approx(rows[2:].mean(0))
    assert smoothed(rows)[1] == pytest.approx(rows[:2].mean(0))


def test_a_letter_that_stays_for_five_frames_counts_once() -> None:
    assert letters_shown([A] * 4, [1] * 4) == 0
    assert letters_shown([A] * 5, [1] * 5) == 1
    assert letters_shown([A] * 40, [1] * 40) == 1


def test_another_letter_counts_again() -> None:
    assert letters_shown([A] * 10 + [B] * 10, [1] * 20) == 2


def test_letters_that_keep_changing_do_not_count() -> None:
    assert letters_shown([B, B, A, A] * 8, [1] * 32) == 0


def test_a_letter_counts_again_after_a_gap() -> None:
    gap = [1] * 8 + [0] * 8 + [1] * 8
    assert letters_shown([A] * 24, gap) == 2


def test_only_letterness_at_or_over_the_threshold_shows_a_letter() -> None:
    assert letters_shown([A] * 9, [0.5] * 9, threshold=0.5) == 1
    assert letters_shown([A] * 9, [0.4] * 9, threshold=0.5) == 0
    assert letters_shown([A] * 9, [0.4] * 9, threshold=0.3) == 1


def test_the_wait_ends_when_the_smoothed_letter_is_right() -> None:
    read = [B] * 3 + [A] * 6
    assert first_right(logits_of(read), np.ones(9), A, 1.0) == 6
    assert first_right(logits_of(read), np.ones(9), B, 1.0) == 1


def test_the_wait_lasts_until_letterness_is_there() -> None:
    assert first_right(logits_of([A] * 6), np.array([0, 0, 1, 1, 1, 1.0]), A, 1.0) == 4


def test_some_letters_are_never_right() -> None:
    assert first_right(logits_of([B] * 6), np.ones(6), A, 1.0) == NEVER
    assert first_right(logits_of([A] * 6), np.full(6, 0.4), A, 1.0) == NEVER
