"""The pool that training draws from."""
import numpy as np

from data.hand import palm_size
from data.pool import build_pool
from drawn_hands import drawn_sample


def test_hands_are_centered_on_the_first_wrist_and_one_palm_large() -> None:
    pool = build_pool([drawn_sample("J")])
    assert np.allclose(pool.frames[0, 0], 0)
    assert np.isclose(palm_size(pool.frames), 1, atol=1e-4)


def test_a_left_hand_becomes_the_right_hand_that_looks_the_same() -> None:
    right, left = (build_pool([drawn_sample("L", left=left)]).frames for left in (False, True))
    assert np.allclose(right, left, atol=1e-5)


def test_frozen_and_suspect_samples_are_left_out() -> None:
    marked = [drawn_sample("J", frozen=True), drawn_sample("M", suspect=True)]
    assert build_pool([*marked, drawn_sample("C")]).letters.tolist() == [2]


def test_frames_without_a_hand_are_left_out() -> None:
    sample = drawn_sample("Z")
    sample.frames[3:7] = 0
    pool = build_pool([sample, drawn_sample("A")])
    assert (pool.lengths.tolist(), pool.starts.tolist()) == ([16, 1], [0, 16])


def test_signers_are_numbered() -> None:
    pool = build_pool([drawn_sample("A", signer) for signer in ("zoe", "ann", "zoe")])
    assert pool.signers.tolist() == [1, 0, 1]
