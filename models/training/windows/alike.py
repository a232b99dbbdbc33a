"""Randomness that rows of a batch have in common."""
import torch

from windows.chance import Chance

COMMON = 0.5  # share of the variance of normal numbers that rows of one owner have in common


class Alike:
    """Like Chance for batches whose rows belong to owners [b]: uniform numbers are those of the owner, normal
    ones partly. So a person's hand and camera differ from another's more than one sample from the next."""

    def __init__(self, chance: Chance, owner: torch.Tensor):
        self.chance, self.owner = chance, owner
        self.owners = int(owner.max()) + 1

    def uniform(self, count: int, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        """Numbers [b, …], low to high."""
        return self.chance.uniform(self.owners, *shape, low=low, high=high)[self.owner]

    def normal(self, count: int, *shape: int, sd: float = 1.0) -> torch.Tensor:
        """Numbers [b, …] about zero."""
        common = self.chance.normal(self.owners, *shape, sd=sd * COMMON**0.5)[self.owner]
        return common + self.chance.normal(count, *shape, sd=sd * (1 - COMMON) ** 0.5)
