"""The network as it is exported."""
import numpy as np
import pytest
import torch

from data.alphabet import J, Z
from data.pool import build_pool
from data.product_window import LEFT, RIGHT, swapped, window_of
from drawn_hands import drawn_sample
from network.core import HOLD_DOWN, REACH, Core
from network.features import Features
from network.letter_model import LetterModel

LOGITS = 2


def window(name: str = "J", left: bool = False) -> np.ndarray:
    return window_of(drawn_sample(name, left=left).frames, left)[None]


def answer(model: LetterModel, landmarks: np.ndarray) -> tuple[torch.Tensor, ...]:
    with torch.no_grad():
        return model(torch.from_numpy(landmarks.astype(np.float32)))


def test_a_mirrored_window_gives_the_same_logits(model: LetterModel) -> None:
    for landmarks in (window("J"), window("J", left=True)):
        for here, there in zip(answer(model, landmarks), answer(model, swapped(landmarks))):
            assert torch.equal(here, there)


def test_place_and_size_of_a_hand_do_not_matter(model: LetterModel) -> None:
    landmarks = window("J")
    hand = landmarks[:, :, RIGHT]
    seen = hand.any((2, 3), keepdims=True)
    moved = landmarks.copy()
    moved[:, :, RIGHT] = seen * (3 * hand + np.array([0.1, -0.2, 0.3], np.float32))
    assert torch.allclose(answer(model, landmarks)[LOGITS], answer(model, moved)[LOGITS], atol=5e-3)


def test_probabilities_are_those_of_the_logits_which_hold_the_temperature(core: Core) -> None:
    probabilities, _, logits, _ = answer(LetterModel(core, 2.0), window())
    assert torch.allclose(probabilities, torch.softmax(logits, -1))
    assert torch.allclose(2 * logits, answer(LetterModel(core, 1.0), window())[LOGITS])


def test_embeddings_are_of_length_one_and_those_of_different_letters_differ(model: LetterModel) -> None:
    held = (window_of(np.repeat(drawn_sample(name).frames, 32, 0), False)[None] for name in "AB")
    one, two = (answer(model, window)[3] for window in held)
    assert one.shape == (1, 6) and torch.allclose(one.norm(dim=1), torch.ones(1)) and not torch.allclose(one, two)


def test_a_window_without_depth_is_told_so(core: Core) -> None:
    hand = torch.from_numpy(build_pool([drawn_sample("C")]).frames)[None].expand(1, 32, 21, 3).clone()
    flags = []
    for depth in (1.0, 0.0):
        hand[..., 2] *= depth
        flags.append(core.features(hand, torch.ones(1, 32))[0][0, :, -1].unique().tolist())
    assert flags == [[1.0], [0.0]]


def test_an_empty_window_is_no_letter(model: LetterModel) -> None:
    _, letterness, *_ = answer(model, np.zeros((1, 32, 42, 3)))
    assert letterness.item() == 0
    assert answer(model, window())[1].item() > 0


def test_of_two_hands_the_higher_one_is_read(model: LetterModel) -> None:
    upper, lower = window_of(np.repeat(drawn_sample("C").frames, 32, 0), False)[None], window("J", left=True)
    both = upper + lower
    both[:, :, LEFT] += np.array([0, 0.3, 0], np.float32) * both[:, :, LEFT].any((2, 3), keepdims=True)
    assert torch.equal(answer(model, both)[LOGITS], answer(model, upper)[LOGITS])
    both[:, :, RIGHT] += np.array([0, 0.8, 0], np.float32)
    assert not torch.equal(answer(model, both)[LOGITS], answer(model, upper)[LOGITS])


def test_a_hand_that_left_gives_way_to_one_that_is_there(model: LetterModel) -> None:
    both = window_of(np.repeat(drawn_sample("C").frames, 32, 0), False)[None] + window("J", left=True)
    both[:, 20:, RIGHT] = 0
    assert torch.equal(answer(model, both)[LOGITS], answer(model, window("J", left=True))[LOGITS])


def test_j_and_z_are_held_down_while_the_hand_is_still(core: Core) -> None:
    hand = torch.from_numpy(build_pool([drawn_sample("C")]).frames)[None].expand(1, 32, 21, 3)
    present = torch.ones(1, 32)
    with torch.no_grad():
        held = core(hand, present)[0]
        core.moving.zero_()
        free = core(hand, present)[0]
    missing = free - held
    assert torch.allclose(missing[0, [J, Z]], torch.full((2,), HOLD_DOWN * REACH), atol=0.01)
    assert missing.count_nonzero() == 2


def test_a_hand_that_reached_far_is_not_held_down() -> None:
    pool = build_pool([drawn_sample("Z")])
    path = torch.from_numpy(pool.frames)[-32:]
    hand = torch.cat([path[:1].expand(32 - len(path), 21, 3), path])[None]
    _, _, reach = Features()(hand, torch.ones(1, 32))
    wrist = hand[0, -1, 0] - hand[0, 0, 0]
    assert reach.item() == pytest.approx(wrist[:2].norm().item(), rel=0.02)
    assert reach.item() > REACH


def test_gaps_hold_the_last_hand_and_leading_gaps_the_first() -> None:
    numbers = torch.arange(32.0)[:, None, None].expand(32, 21, 3)[None]
    present = torch.zeros(1, 32)
    present[0, [5, 9, 20]] = 1
    filled = Features().fill(numbers, present)[0, :, 0]
    assert filled.tolist() == [5] * 9 + [9] * 11 + [20] * 12
