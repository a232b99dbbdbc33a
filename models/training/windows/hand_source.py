"""Hands of a pool, drawn at random.

Everything in this folder is in hand units (see data/pool.py): clips are [b, 32, 21, 3] right hands.
"""
import torch

from data.pool import Pool
from data.product_window import WINDOW
from windows.chance import Chance
from windows.letter_choice import LetterChoice


class HandSource:
    """What windows are made of: the pool, what is drawn from it, and how config.json says to change it."""

    def __init__(self, pool: Pool, config: dict, seed: int):
        self.frames = torch.from_numpy(pool.frames).flatten(1)
        self.starts, self.lengths = torch.from_numpy(pool.starts), torch.from_numpy(pool.lengths)
        self.shares, self.augment = config["shares"], config["augment"]
        self.chance = Chance(seed)
        self.choice = LetterChoice(pool, self.augment["signerCap"], self.chance)

    def clip(self, samples: torch.Tensor, position: torch.Tensor) -> torch.Tensor:
        """Frames of samples [b] at fractional positions [b, 32] -> [b, 32, 21, 3]."""
        last = (self.lengths[samples] - 1)[:, None]
        position = position.clamp(min=0).minimum(last.float())
        low = position.floor().long()
        share = (position - low)[:, :, None]
        start = self.starts[samples][:, None]
        first, second = self.frames[start + low], self.frames[start + (low + 1).minimum(last)]
        return torch.lerp(first, second, share).reshape(len(samples), WINDOW, 21, 3)

    def hand(self, letters: torch.Tensor) -> torch.Tensor:
        """One frame of a sample of each letter; [b, 1, 21, 3], wrist anywhere."""
        samples = self.choice.samples(letters)
        at = self.starts[samples] + (self.chance.uniform(len(letters)) * self.lengths[samples]).long()
        return self.frames[at].reshape(-1, 1, 21, 3)

    def still_hand(self, count: int) -> torch.Tensor:
        """One frame of any still letter; [count, 1, 21, 3], wrist anywhere."""
        return self.hand(self.choice.still_letters(count))
