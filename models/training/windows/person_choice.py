"""Batches in which the same people sign their letters twice, as "my hand" meets them."""
from typing import NamedTuple

import torch

from data.alphabet import LETTERS, moves
from data.pool import Pool
from windows.chance import Chance


class Episodes(NamedTuple):
    """Rows of a batch, [b] each: every person signs each still letter that they have, twice."""

    person: torch.Tensor  # which of the batch's people
    letter: torch.Tensor
    again: torch.Tensor  # 0 the first time, 1 the second
    sample: torch.Tensor  # of this person
    other: torch.Tensor  # a sample of the same letter of whom the person is morphed towards
    amount: torch.Tensor  # how far


class PersonChoice:
    """Draws people, each as often as `weights` says (1 where it says nothing), and samples of theirs."""

    def __init__(self, pool: Pool, weights: dict[str, float], chance: Chance):
        self.chance = chance
        letters, signers = torch.from_numpy(pool.letters), torch.from_numpy(pool.signers)
        still = torch.from_numpy((pool.letters >= 0) & ~moves(pool.letters))
        rows = still.nonzero()[:, 0]
        cell = signers[rows] * len(LETTERS) + letters[rows]
        self.order = rows[torch.argsort(cell, stable=True)]
        counts = torch.bincount(cell, minlength=len(pool.names) * len(LETTERS))
        self.begin = (counts.cumsum(0) - counts).reshape(-1, len(LETTERS))
        self.counts = counts.reshape(-1, len(LETTERS))
        weight = torch.tensor([float(weights.get(name, 1)) for name in pool.names])
        self.weights = weight * (self.counts.sum(1) > 0)

    def episodes(self, people: int, amount: torch.Tensor) -> Episodes:
        """`people` different persons, each morphed by amount [people] towards another one."""
        generator = self.chance.generator
        first = torch.multinomial(self.weights, people, generator=generator)
        second = torch.multinomial(self.weights, people, replacement=True, generator=generator)
        person, letter = (self.counts[first] > 0).nonzero().unbind(1)
        person, letter = person.repeat(2), letter.repeat(2)
        again = torch.arange(2).repeat_interleave(len(person) // 2)
        towards = torch.where(self.counts[second[person], letter] > 0, second[person], first[person])
        own, other = self.samples(first[person], letter), self.samples(towards, letter)
        return Episodes(person, letter, again, own, other, amount[person])

    def samples(self, signers: torch.Tensor, letters: torch.Tensor) -> torch.Tensor:
        """A sample of each of these signers' letters; [b] indices into the pool."""
        count = self.counts[signers, letters]
        at = (torch.rand(len(signers), generator=self.chance.generator) * count).long().minimum(count - 1)
        return self.order[self.begin[signers, letters] + at]
