"""Windows as the product forms them."""
import numpy as np

from data.product_window import LEFT, RIGHT, in_slot, swapped, window_of


def counting(frames: int) -> np.ndarray:
    return np.arange(1, frames + 1, dtype=np.float32)[:, None, None] * np.ones((1, 21, 3), np.float32)


def test_a_short_clip_stands_at_the_end_behind_zeros() -> None:
    window = window_of(counting(3), left=False)
    assert window.shape == (32, 42, 3)
    assert window[:, 21, 0].tolist() == [0] * 29 + [1, 2, 3]
    assert not window[:, LEFT].any()


def test_a_left_hand_has_the_first_slot() -> None:
    window = window_of(counting(3), left=True)
    assert window[:, LEFT].any() and not window[:, RIGHT].any()


def test_a_long_clip_keeps_its_first_and_last_frame() -> None:
    window = window_of(counting(60), left=False)[:, 21, 0]
    assert (window[0], window[-1]) == (1, 60)
    assert (np.diff(window) > 0).all()


def test_a_mirror_swaps_the_slots_and_twice_gives_the_same_window() -> None:
    windows = in_slot(np.random.default_rng(0).normal(size=(2, 32, 21, 3)).astype(np.float32))
    mirrored = swapped(windows)
    assert not mirrored[:, :, RIGHT].any()
    assert np.array_equal(mirrored[:, :, LEFT], windows[:, :, RIGHT] * [-1, 1, 1])
    assert np.array_equal(swapped(mirrored), windows)
