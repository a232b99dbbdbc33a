"""Rotations."""
import math

import torch

from windows.rotation import rotation, rotation_in_picture, turn

ANGLES = torch.tensor([[0.3, -1.2, 2.0], [-0.7, 0.1, 0.4]])


def test_rotations_keep_lengths_and_handedness() -> None:
    matrices = rotation(ANGLES)
    assert torch.allclose(matrices @ matrices.transpose(1, 2), torch.eye(3).expand(2, 3, 3), atol=1e-6)
    assert torch.allclose(matrices.det(), torch.ones(2))


def test_a_quarter_turn_in_the_picture_takes_x_to_y() -> None:
    quarter = rotation_in_picture(torch.tensor([math.pi / 2]))
    assert torch.allclose(quarter[0] @ torch.tensor([1.0, 0, 0]), torch.tensor([0.0, 1, 0]), atol=1e-6)


def test_the_turn_about_z_comes_before_that_about_x() -> None:
    quarters = rotation(torch.tensor([[math.pi / 2, 0, math.pi / 2]]))
    assert torch.allclose(quarters[0] @ torch.tensor([1.0, 0, 0]), torch.tensor([0.0, 0, 1]), atol=1e-6)


def test_a_clip_is_turned_about_its_last_wrist_and_keeps_its_bones() -> None:
    clip = torch.randn(2, 32, 21, 3, generator=torch.Generator().manual_seed(0))
    turned = turn(clip, rotation(ANGLES))
    assert torch.allclose(turned[:, -1, 0], clip[:, -1, 0], atol=1e-6)
    bones, turned_bones = (hands[:, :, 1:] - hands[:, :, :-1] for hands in (clip, turned))
    assert torch.allclose(bones.norm(dim=-1), turned_bones.norm(dim=-1), atol=1e-4)
    assert not torch.allclose(bones, turned_bones, atol=0.1)
