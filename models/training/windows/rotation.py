"""Rotations in space."""
import torch


def rotation(angles: torch.Tensor) -> torch.Tensor:
    """[b, 3] angles about x, y, z in radians -> matrices [b, 3, 3], z first."""
    (cx, cy, cz), (sx, sy, sz) = angles.cos().unbind(1), angles.sin().unbind(1)
    one, zero = torch.ones_like(cx), torch.zeros_like(cx)
    x = matrix(one, zero, zero, zero, cx, -sx, zero, sx, cx)
    y = matrix(cy, zero, sy, zero, one, zero, -sy, zero, cy)
    z = matrix(cz, -sz, zero, sz, cz, zero, zero, zero, one)
    return x @ y @ z


def matrix(*entries: torch.Tensor) -> torch.Tensor:
    """Nine entries [b] each, row by row -> [b, 3, 3]."""
    return torch.stack(entries, 1).reshape(-1, 3, 3)


def rotation_in_picture(angle: torch.Tensor) -> torch.Tensor:
    """[b] angles about z in radians -> [b, 3, 3]."""
    return rotation(torch.stack([torch.zeros_like(angle), torch.zeros_like(angle), angle], 1))


def turn(clip: torch.Tensor, matrices: torch.Tensor) -> torch.Tensor:
    """Rotates whole clips [b, n, 21, 3] by [b, 3, 3] about the place of the last wrist."""
    origin = clip[:, -1:, :1]
    return (clip - origin) @ matrices.transpose(1, 2)[:, None] + origin
