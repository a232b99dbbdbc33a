"""Hands that were never recorded."""
import torch

from windows.alike import Alike
from windows.chance import Chance
from windows.fingers import FINGERS


def other_hand(chance: Chance | Alike, augment: dict, clip: torch.Tensor) -> torch.Tensor:
    """Fingers a little longer or shorter, and a little bent at their first two joints; [b, n, 21, 3]."""
    count = len(clip)
    first, second = small_rotations(chance.normal(count, 2, 5, 3, sd=augment["bend"])).unbind(1)
    first = first * (1 + chance.normal(count, 5, 1, 1, sd=augment["fingerLength"]))
    second = second @ first
    root, *joints = (clip[:, :, FINGERS[:, k]].transpose(1, 2) for k in range(4))  # each [b, 5, n, 3]
    middle = root + (joints[0] - root) @ first.transpose(2, 3)
    beyond = torch.cat(joints[1:], 2) - joints[0].repeat(1, 1, 2, 1)
    tail = beyond @ second.transpose(2, 3) + middle.repeat(1, 1, 2, 1)
    fingers = torch.stack([root, middle, *tail.chunk(2, 2)], 3)  # [b, 5, n, 4, 3]
    return torch.cat([clip[:, :, :1], fingers.transpose(1, 2).flatten(2, 3)], 2)


def small_rotations(angles: torch.Tensor) -> torch.Tensor:
    """[…, 3] small angles about x, y, z in radians -> [… , 3, 3], to first order."""
    x, y, z = angles.unbind(-1)
    one = torch.ones_like(x)
    return torch.stack([one, -z, y, z, one, -x, -y, x, one], -1).unflatten(-1, (3, 3))
