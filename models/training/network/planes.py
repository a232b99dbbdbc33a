"""Vectors as three planes, one a coordinate: operators over a last axis of 3 are slow everywhere."""
from collections.abc import Sequence

import torch

Planes = Sequence[torch.Tensor]


def difference(pairs: list[tuple[int, int]]) -> torch.Tensor:
    """Matrix [21, p] that maps one coordinate of 21 landmarks to b - a for each pair (a, b)."""
    matrix = torch.zeros(21, len(pairs))
    for column, (a, b) in enumerate(pairs):
        matrix[a, column] -= 1
        matrix[b, column] += 1
    return matrix


def dot(a: Planes, b: Planes) -> torch.Tensor:
    """Scalar product of two vectors of as many planes."""
    return sum(x * y for x, y in zip(a, b))


def unit(v: Planes) -> Planes:
    """The vector of length 1 in the same direction (or nearly zero)."""
    norm = (dot(v, v) + 1e-6).sqrt()
    return [plane / norm for plane in v]
