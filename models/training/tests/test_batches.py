"""Whole batches."""
import torch

from data.pool import build_pool
from data.sample import Sample
from windows.batches import hand_batch, window_batch
from windows.chance import Chance
from windows.hand_source import HandSource
from windows.kinds.shown import NOT_ASKED
from windows.uneven_time import uneven_time

TOTAL = 100


def test_a_batch_has_every_kind_in_its_share(source: HandSource) -> None:
    hand, present, letter, letterness = window_batch(source, TOTAL)
    assert hand.shape == (TOTAL, 32, 21, 3) and present.shape == (TOTAL, 32)
    assert letterness.sum() == 64
    assert torch.equal(letter == NOT_ASKED, letterness == 0)


def test_a_hand_that_is_not_there_is_all_zeros(source: HandSource) -> None:
    hand, present, *_ = window_batch(source, TOTAL)
    assert torch.equal(hand.flatten(2).abs().amax(2) > 0, present > 0)
    assert 0.6 < present.mean() < 0.95


def test_single_hands_are_still_letters(source: HandSource) -> None:
    hand, letter = hand_batch(source, TOTAL)
    assert hand.shape == (TOTAL, 1, 21, 3) and hand.isfinite().all()
    assert not torch.isin(letter, torch.tensor([9, 25])).any()


def test_the_same_seed_draws_the_same_batches(config: dict, samples: list[Sample]) -> None:
    pool = build_pool(samples)
    one, two, other = (HandSource(pool, config, seed) for seed in (4, 4, 5))
    for _ in range(2):
        first, again, different = (window_batch(source, 40) for source in (one, two, other))
        assert all(torch.equal(a, b) for a, b in zip(first, again))
        assert not torch.equal(first[0], different[0])


def test_time_is_uneven_and_goes_on_about_a_frame_at_a_time() -> None:
    time = uneven_time(Chance(0), 1000)
    steps = time.diff(dim=1)
    assert (time[:, 0] == 0).all() and (steps > 0.09).all() and (steps < 3.01).all()
    assert 0.95 < steps.mean() < 1.1 and steps.std() > 0.2
