"""How often letters and samples are drawn."""
import numpy as np
import torch

from data.alphabet import I, J, LETTERS, Z
from data.pool import build_pool
from drawn_hands import drawn_sample, drawn_signer
from windows.chance import Chance
from windows.letter_choice import LetterChoice

MANY = 20_000


def choice_of(samples: list, cap: int = 60) -> LetterChoice:
    return LetterChoice(build_pool(samples), np.ones(len(samples), bool), cap, Chance(0))


def shares(drawn: torch.Tensor, length: int = len(LETTERS)) -> torch.Tensor:
    return drawn.bincount(minlength=length) / len(drawn)


def test_letters_are_drawn_alike_however_many_samples_they_have() -> None:
    many_a = [drawn_sample("A", number=number) for number in range(50)]
    found = shares(choice_of([*many_a, drawn_sample("B"), drawn_sample("C")]).letters(MANY))
    assert torch.allclose(found[:3], torch.full((3,), 1 / 3), atol=0.02)
    assert found[3:].sum() == 0


def test_motion_letters_are_drawn_so_many_times_as_often() -> None:
    found = shares(choice_of(drawn_signer("one", "AJZ", each=1)).letters(MANY, motion_boost=5))
    assert torch.allclose(found[[0, J, Z]], torch.tensor([1.0, 5, 5]) / 11, atol=0.02)


def test_still_letters_are_never_j_or_z() -> None:
    found = shares(choice_of(drawn_signer("one", "IJZ", each=1)).still_letters(MANY))
    assert found[I] == 1


def test_a_sample_is_one_of_its_letter() -> None:
    pool = build_pool(drawn_signer("one"))
    letters = torch.arange(26).repeat(20)
    samples = LetterChoice(pool, np.ones(len(pool.letters), bool), 60, Chance(0)).samples(letters)
    assert torch.equal(torch.from_numpy(pool.letters)[samples], letters)


def test_only_samples_that_may_be_drawn_are() -> None:
    pool = build_pool([drawn_sample("A", number=number) for number in range(4)])
    choice = LetterChoice(pool, np.array([False, True, False, True]), 60, Chance(0))
    assert set(choice.samples(torch.zeros(50, dtype=torch.long)).tolist()) == {1, 3}


def test_a_signer_weighs_the_root_of_their_samples_up_to_the_cap() -> None:
    counts = {"few": 4, "many": 16, "masses": 100}
    samples = [drawn_sample("A", signer, number=n) for signer, count in counts.items() for n in range(count)]
    choice, pool = choice_of(samples, cap=16), build_pool(samples)
    signers = torch.from_numpy(pool.signers)[choice.samples(torch.zeros(MANY, dtype=torch.long))]
    assert torch.allclose(shares(signers, 3), torch.tensor([2.0, 4, 4]) / 10, atol=0.02)
