"""Hands of a pool, drawn at random.

Everything in this folder is in hand units (see data/pool.py): clips are [b, 32, 21, 3] right hands.
"""
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from data.pool import Pool
from data.product_window import WINDOW
from data.sample import NO_LETTER
from windows.chance import Chance
from windows.letter_choice import LetterChoice
from windows.person_choice import PersonChoice


class HandSource:
    """What windows are made of: the pool, what is drawn from it, and how config.json says to change it.

    Keeps account of whose hands each row of a batch is made of: one bit a signer, see `begin`.
    """

    def __init__(self, pool: Pool, config: dict, seed: int):
        self.frames = torch.from_numpy(pool.frames).flatten(1)
        self.starts, self.lengths = torch.from_numpy(pool.starts), torch.from_numpy(pool.lengths)
        self.flat, self.bits = torch.from_numpy(pool.flat), 1 << torch.from_numpy(pool.signers)
        self.names = pool.names
        self.config, self.shares, self.augment = config, config["shares"], config["augment"]
        self.chance = Chance(seed)
        deep = ~pool.flat & (pool.letters != NO_LETTER)
        self.choice = LetterChoice(pool, deep, self.augment["signerCap"], self.chance)
        self.people = PersonChoice(pool, config["personWeights"], self.chance)
        self.nonletters = torch.from_numpy((pool.letters == NO_LETTER).nonzero()[0])
        self.involved = self.rows = None  # no account is kept

    def begin(self, count: int) -> None:
        """Opens a new account of `count` rows: `involved` [count], the signers' bits."""
        self.involved, self.rows = torch.zeros(count, dtype=torch.long), torch.arange(count)

    @contextmanager
    def only(self, rows: torch.Tensor) -> Iterator[None]:
        """What is drawn inside is for these rows alone, a mask [count]."""
        everyone, self.rows = self.rows, None if self.rows is None else self.rows[rows]
        yield
        self.rows = everyone

    def signers_bits(self, signers: set[str]) -> int:
        """The bits of some signers."""
        return sum(1 << number for number, name in enumerate(self.names) if name in signers)

    def noted(self, samples: torch.Tensor) -> torch.Tensor:
        """The samples [b], one a row, put to the account."""
        if self.rows is not None:
            self.involved[self.rows] |= self.bits[samples]
        return samples

    def samples(self, letters: torch.Tensor) -> torch.Tensor:
        """A sample of each letter; [b] indices into the pool."""
        return self.noted(self.choice.samples(letters))

    def clip(self, samples: torch.Tensor, position: torch.Tensor) -> torch.Tensor:
        """Frames of samples [b] at fractional positions [b, 32] -> [b, 32, 21, 3]."""
        last = (self.lengths[samples] - 1)[:, None]
        position = position.clamp(min=0).minimum(last.float())
        low = position.floor().long()
        share = (position - low)[:, :, None]
        start = self.starts[samples][:, None]
        first, second = self.frames[start + low], self.frames[start + (low + 1).minimum(last)]
        return torch.lerp(first, second, share).reshape(len(samples), WINDOW, 21, 3)

    def frame(self, samples: torch.Tensor) -> torch.Tensor:
        """One frame of each sample [b]; [b, 1, 21, 3], wrist anywhere."""
        at = self.starts[samples] + (self.chance.uniform(len(samples)) * self.lengths[samples]).long()
        return self.frames[at].reshape(-1, 1, 21, 3)

    def hand(self, letters: torch.Tensor) -> torch.Tensor:
        """One frame of a sample of each letter; [b, 1, 21, 3], wrist anywhere."""
        return self.frame(self.samples(letters))

    def still_hand(self, count: int) -> torch.Tensor:
        """One frame of any still letter; [count, 1, 21, 3], wrist anywhere."""
        return self.hand(self.choice.still_letters(count))

    def nonletter_hand(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """One hand that is no letter; [count, 1, 21, 3], and whether it has no depth [count]."""
        picked = self.nonletters[self.chance.whole(count, 0, len(self.nonletters))]
        return self.frame(self.noted(picked)), self.flat[picked]
