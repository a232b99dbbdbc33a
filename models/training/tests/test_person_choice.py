"""People who sign twice."""
import torch

from data.alphabet import J, Z
from data.pool import Pool, build_pool
from data.sample import NO_LETTER
from drawn_hands import drawn_sample, drawn_signer
from windows.alike import COMMON, Alike
from windows.chance import Chance
from windows.person_choice import PersonChoice

A, B = 0, 1


def pool_of() -> Pool:
    """Ann has A, B, J and Z, Bob A alone, Cy nothing that is a letter."""
    cy = drawn_sample("A", "cy", letter=NO_LETTER)
    return build_pool([*drawn_signer("ann", "ABJZ", each=3), *drawn_signer("bob", "A"), cy])


def test_everybody_drawn_signs_each_of_their_still_letters_twice() -> None:
    pool = pool_of()
    drawn = PersonChoice(pool, {}, Chance(0)).episodes(2, torch.ones(2))
    letters, signers = torch.from_numpy(pool.letters), torch.from_numpy(pool.signers)
    assert torch.equal(letters[drawn.sample], drawn.letter) and torch.equal(letters[drawn.other], drawn.letter)
    assert not torch.isin(drawn.letter, torch.tensor([J, Z])).any()
    rows = sorted(zip(signers[drawn.sample].tolist(), drawn.letter.tolist(), drawn.again.tolist()))
    assert rows == [(0, A, 0), (0, A, 1), (0, B, 0), (0, B, 1), (1, A, 0), (1, A, 1)]


def test_who_lacks_a_letter_is_not_morphed_towards() -> None:
    pool = pool_of()
    for seed in range(10):
        drawn = PersonChoice(pool, {}, Chance(seed)).episodes(2, torch.ones(2))
        of_b = drawn.letter == B
        assert (torch.from_numpy(pool.signers)[drawn.other][of_b] == 0).all()


def test_people_are_drawn_as_often_as_their_weight() -> None:
    pool, chance = pool_of(), Chance(0)
    choice = PersonChoice(pool, {"bob": 3.0}, chance)
    firsts = [pool.signers[choice.episodes(1, torch.ones(1)).sample[0]] for _ in range(400)]
    assert 0.68 < sum(first == 1 for first in firsts) / 400 < 0.82


def test_rows_of_one_owner_have_uniform_numbers_in_common_and_normal_ones_in_part() -> None:
    owner = torch.arange(500).repeat_interleave(2)
    alike = Alike(Chance(0), owner)
    uniform, normal = (draw(1000, 3).reshape(500, 2, 3) for draw in (alike.uniform, alike.normal))
    assert torch.equal(uniform[:, 0], uniform[:, 1]) and uniform.std() > 0.2
    together = torch.corrcoef(torch.stack([normal[:, 0].flatten(), normal[:, 1].flatten()]))[0, 1]
    assert abs(together - COMMON) < 0.08 and 0.9 < normal.std() < 1.1
