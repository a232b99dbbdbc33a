"""What windows of each kind show."""
import pytest
import torch

from data.alphabet import I, J, Z
from data.pool import build_pool
from data.sample import Sample
from windows.hand_source import HandSource
from windows.kinds.by_name import KINDS
from windows.kinds.cut_motion import cut_motion
from windows.kinds.digit import digit
from windows.kinds.frozen_start import frozen_start
from windows.kinds.gone import gone
from windows.kinds.letter import letter
from windows.kinds.passing import passing
from windows.kinds.shown import NOT_ASKED
from windows.kinds.travel import travel
from windows.motion_clips import motion_clips
from windows.still_clips import still_clips

LETTER_KINDS = {"letter", "frozenStart"}
COUNT = 64


def width_of(path: torch.Tensor) -> torch.Tensor:
    """[b] how far a path [b, 32] of one coordinate reaches."""
    return path.amax(1) - path.amin(1)


def test_the_configuration_names_every_kind_and_its_shares_sum_to_one(config: dict) -> None:
    assert set(config["shares"]) == set(KINDS)
    assert sum(config["shares"].values()) == pytest.approx(1)


@pytest.mark.parametrize("kind", KINDS)
def test_windows_are_whole_and_say_what_is_asked(kind: str, source: HandSource) -> None:
    shown = KINDS[kind](source, COUNT)
    assert shown.clip.shape == (COUNT, 32, 21, 3) and shown.clip.isfinite().all()
    assert shown.letter.shape == shown.letterness.shape == shown.first.shape == (COUNT,)
    is_letter = kind in LETTER_KINDS
    assert (shown.letterness == float(is_letter)).all()
    assert ((shown.letter != NOT_ASKED) == is_letter).all()
    assert (shown.first < 32 - 4).all()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_draws_the_same_windows(
    kind: str, config: dict, samples: list[Sample], nonletters: list[Sample]
) -> None:
    pool = build_pool([*samples, *nonletters])
    first, again, other = (KINDS[kind](HandSource(pool, config, seed), 8) for seed in (1, 1, 2))
    assert all(torch.equal(a, b) for a, b in zip(first, again))
    assert not torch.equal(first.clip, other.clip)


def test_still_letters_hardly_move_and_motions_do(source: HandSource) -> None:
    still = still_clips(source, torch.full((COUNT,), 1))
    moving, _ = motion_clips(source, torch.full((COUNT,), J))
    way = width_of(moving[:, :, 0, 0])
    assert width_of(still[:, :, 0, 0]).median() < 0.5 < way.median()
    assert (way > 0.8).all()


def test_a_motion_begins_at_the_frame_it_says(source: HandSource) -> None:
    clip, begin = motion_clips(source, torch.full((COUNT,), Z))
    for path, start in zip(clip[:, :, 0, 0], begin):
        assert (path[: max(start - 3, 1)] - path[0]).abs().max() < 0.6


def test_cut_motions_are_no_letters_and_do_not_arrive(source: HandSource) -> None:
    whole = width_of(motion_clips(source, torch.full((200,), J))[0][:, :, 0, 0])
    shown = cut_motion(source, 400)
    assert (shown.letter == NOT_ASKED).all() and (shown.letterness == 0).all()
    forwards = shown.clip[shown.clip[:, -1, 0, 0] > shown.clip[:, 0, 0, 0]]
    assert 0.35 < width_of(forwards[:, :, 0, 0]).mean() / whole.mean() < 0.65


def test_some_motions_run_backwards(source: HandSource) -> None:
    clip = cut_motion(source, 200).clip
    backwards = clip[:, -1, 0, 0] < clip[:, 0, 0, 0]
    assert 0.25 < backwards.float().mean() < 0.55


def test_letters_are_drawn_as_config_says(source: HandSource) -> None:
    shown = letter(source, 2000)
    motions = ((shown.letter == J) | (shown.letter == Z)).float().mean()
    assert motions == pytest.approx(10 / 34, abs=0.04)


def test_a_j_that_has_not_begun_is_an_i_and_stays_where_it_is(source: HandSource) -> None:
    shown = frozen_start(source, COUNT)
    assert (shown.letter == I).all()
    begun, _ = motion_clips(source, torch.full((COUNT,), J))
    assert width_of(shown.clip[:, :, 0, 0]).median() < 0.2 * width_of(begun[:, :, 0, 0]).median()


def test_a_hand_on_its_way_is_fast_at_the_end(source: HandSource) -> None:
    clip = travel(source, COUNT).clip
    speed = (clip[:, -1, 0, :2] - clip[:, -5, 0, :2]).norm(dim=1) / 4
    assert speed.min() > 0.15 and speed.median() > 0.3


def test_real_hands_that_are_no_letter_say_whether_they_have_depth(source: HandSource) -> None:
    shown = digit(source, COUNT)
    steady = shown.clip - shown.clip[:, :, :1]
    assert torch.equal((steady[..., 2] == 0).flatten(1).all(1), shown.flat)
    assert 0.2 < shown.flat.float().mean() < 0.8


def test_a_passing_hand_never_rests(source: HandSource) -> None:
    clip = passing(source, COUNT).clip
    shape = (clip - clip[:, :, :1]).flatten(2)
    change = shape.diff(dim=1).norm(dim=2)
    still = still_clips(source, torch.arange(COUNT) % 9)
    rest = (still - still[:, :, :1]).flatten(2).diff(dim=1).norm(dim=2)
    assert change[:, -4:].amax(1).min() > 2 * rest.median()


def test_a_letter_that_has_left_has_been_gone_for_four_frames(source: HandSource) -> None:
    assert (gone(source, COUNT).first <= -4).all()
