"""Whether the asked letter is shown."""
import numpy as np
import pytest

from data.alphabet import I, J
from measures.marks import MARKS, Held, Limits, choose_mark, false_passes, lookalikes, passed
from measures.verdict import longest_held

A, B, C = 0, 1, 2


def held(*rows: tuple[int, float, int]) -> Held:
    """(letter shown, mark that A would reach, signer); the letter before is C."""
    marks = np.zeros((len(rows), 26))
    marks[:, A] = [row[1] for row in rows]
    letter, signer = (np.array([row[at] for row in rows]) for at in (0, 2))
    return Held(marks, letter, np.full(len(rows), C), signer)


def at(mark: float) -> int:
    return int(np.argmin(abs(MARKS - mark)))


def test_a_mark_must_be_held_for_so_many_readings_running() -> None:
    rows = np.zeros((20, 26))
    rows[8:16, A] = 1.0
    rows[[2, 6, 10, 14, 18], B] = 1.0
    three = longest_held(rows, 3)
    assert three[A] == pytest.approx(1.0)
    assert three[B] == pytest.approx(0.2, abs=0.06)  # smoothing makes a mean of the blinking
    assert longest_held(rows, 9)[A] < longest_held(rows, 3)[A]


def test_shares_count_signers_alike() -> None:
    streams = held((A, 0.9, 0), (A, 0.9, 0), (A, 0.9, 0), (A, 0.2, 1))
    assert passed(streams, A, A)[at(0.5)] == pytest.approx(0.5)
    assert passed(streams, A, A)[at(0.15)] == pytest.approx(1)


def test_a_stream_that_came_from_the_asked_letter_is_no_false_pass() -> None:
    streams = held((B, 0.9, 0))._replace(before=np.array([A]))
    assert np.isnan(false_passes(streams, A)[B]).all()


def test_the_mark_is_the_lowest_within_the_limits() -> None:
    streams = held((A, 0.9, 0), *((B, 0.3, 0) for _ in range(9)), (B, 0.6, 0), (C, 0.1, 0))
    assert choose_mark(streams, A, Limits(any=0.5, nearest=0.1, kept=0.5)) == pytest.approx(0.31)
    assert choose_mark(streams, A, Limits(any=0.01, nearest=0.1, kept=0.5)) == pytest.approx(0.61)


def test_no_mark_is_so_high_that_too_much_of_the_asked_letter_is_lost() -> None:
    streams = held((A, 0.7, 0), (A, 0.9, 0), (B, 0.99, 0))
    assert choose_mark(streams, A, Limits(any=0.1, nearest=0.1, kept=0.5)) == pytest.approx(0.9)
    assert choose_mark(streams, A, Limits(any=0.1, nearest=0.1, kept=0.9)) == pytest.approx(0.7)


def test_a_j_that_begins_as_an_i_is_no_false_i() -> None:
    streams = Held(np.full((1, 26), 0.9), np.array([J]), np.array([C]), np.array([0]))
    assert np.isnan(false_passes(streams, I)[J]).all() and (false_passes(streams, A)[J] == 1).any()


def test_look_alikes_are_those_that_pass_most() -> None:
    assert lookalikes(held((A, 0.9, 0), (B, 0.4, 0), (C, 0.7, 0)), A, 5) == "CB"
