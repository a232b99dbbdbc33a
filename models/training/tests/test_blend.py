"""One hand becoming another."""
import torch

from windows.blend import blend, morph, smoothstep

A, B = torch.zeros(1, 32, 21, 3), torch.ones(1, 32, 21, 3)


def test_a_smooth_step_stays_between_0_and_1() -> None:
    x = torch.tensor([-1, 0, 0.25, 0.5, 1, 2])
    assert torch.allclose(smoothstep(x), torch.tensor([0, 0, 0.15625, 0.5, 1, 1]))


def test_a_clip_becomes_the_other_in_the_frames_given() -> None:
    share = blend(A, B, torch.tensor([10]), torch.tensor([4]))[0, :, 0, 0]
    assert share[:11].sum() == 0
    assert torch.allclose(share[11:14], torch.tensor([0.15625, 0.5, 0.84375]))
    assert (share[14:] == 1).all()


def test_a_morph_changes_the_shape_and_not_the_place() -> None:
    hands = torch.randn(2, 1, 32, 21, 3, generator=torch.Generator().manual_seed(0))
    whole = morph(hands[0], hands[1], torch.ones(1, 32))
    assert torch.equal(whole[:, :, 0], hands[0][:, :, 0])
    assert torch.allclose(whole - whole[:, :, :1], hands[1] - hands[1][:, :, :1], atol=1e-6)
    assert torch.allclose(morph(hands[0], hands[1], torch.zeros(1, 32)), hands[0], atol=1e-6)
