"""Whole batches."""
from dataclasses import replace

import pytest
import torch

from data.alphabet import J, Z
from data.pool import build_pool
from data.sample import Sample
from windows.batches import hand_batch, window_batch
from windows.chance import Chance
from windows.hand_source import HandSource
from windows.kinds.shown import NOT_ASKED
from windows.uneven_time import uneven_time

TOTAL = 100
STILL = 24  # letters


def test_a_batch_has_every_kind_in_its_share(source: HandSource) -> None:
    batch = window_batch(source, TOTAL)
    assert batch.hand.shape == (TOTAL, 32, 21, 3) and batch.present.shape == (TOTAL, 32)
    assert batch.letterness.sum() == round(TOTAL * (source.shares["letter"] + source.shares["frozenStart"]))
    assert torch.equal(batch.letter == NOT_ASKED, batch.letterness == 0)


def test_a_hand_that_is_not_there_is_all_zeros(source: HandSource) -> None:
    hand, present, *_ = window_batch(source, TOTAL)
    assert torch.equal(hand.flatten(2).abs().amax(2) > 0, present > 0)
    assert 0.6 < present.mean() < 0.95


def test_single_hands_are_every_still_letter_of_a_person_twice(source: HandSource) -> None:
    batch = hand_batch(source, 2)
    assert batch.hand.shape == (2 * 2 * STILL, 1, 21, 3) and batch.hand.isfinite().all()
    rows = set(zip(*(field.tolist() for field in (batch.person, batch.again, batch.letter))))
    letters = [letter for letter in range(26) if letter not in (J, Z)]
    assert rows == {(person, again, letter) for person in (0, 1) for again in (0, 1) for letter in letters}


def test_rows_name_everybody_whose_hand_is_in_them(source: HandSource) -> None:
    assert (hand_batch(source, 3).involved > 0).all()
    assert (window_batch(source, TOTAL).involved > 0).all()


@pytest.mark.parametrize("unseen", ["one", "two"])
def test_rows_without_a_signer_are_the_same_whatever_that_signer_does(
    unseen: str, config: dict, samples: list[Sample], nonletters: list[Sample]
) -> None:
    """The signer's hands are replaced by nonsense: whoever has not seen the signer sees no difference."""
    nonsense = [
        replace(s, frames=s.frames[:, ::-1] * 3) if s.signer == unseen else s for s in [*samples, *nonletters]
    ]
    for draw in (lambda source: hand_batch(source, 3), lambda source: window_batch(source, 200)):
        batches = []
        for hands in ([*samples, *nonletters], nonsense):
            source = HandSource(build_pool(hands), config, 3)
            batch = draw(source)
            batches.append((batch.hand, (batch.involved & source.signers_bits({unseen})) == 0))
        (hand, kept), (other, also) = batches
        assert torch.equal(kept, also) and 0 < kept.sum() < len(kept)
        assert torch.equal(hand[kept], other[kept])
        assert not torch.equal(hand[~kept], other[~kept])


def test_hands_lose_their_depth_in_as_many_rows_as_config_says(source: HandSource) -> None:
    source.augment = {**source.augment, "flatten": 0.5}
    flat = (window_batch(source, 1000).hand[..., 2] == 0).all(2).all(1)
    assert 0.4 < flat.float().mean() < 0.6


def test_the_same_seed_draws_the_same_batches(
    config: dict, samples: list[Sample], nonletters: list[Sample]
) -> None:
    pool = build_pool([*samples, *nonletters])
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
