"""Seeded randomness."""
import torch


class Chance:
    """Random numbers of one seed; everything random in a batch comes from here, in a fixed order."""

    def __init__(self, seed: int):
        self.generator = torch.Generator().manual_seed(seed)

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        """Numbers of this shape, low to high."""
        return torch.rand(*shape, generator=self.generator) * (high - low) + low

    def normal(self, *shape: int, sd: float = 1.0) -> torch.Tensor:
        """Numbers of this shape about zero."""
        return torch.randn(*shape, generator=self.generator) * sd

    def whole(self, count: int, low: int, high: int) -> torch.Tensor:
        """[count] whole numbers, low … high - 1."""
        return torch.randint(low, high, (count,), generator=self.generator)

    def angle(self, *shape: int) -> torch.Tensor:
        """Angles of this shape, 0 to a full turn, in radians."""
        return self.uniform(*shape, high=2 * torch.pi)
