"""Other cameras."""
import torch

from data.alphabet import LETTERS
from windows.alike import Alike
from windows.chance import Chance
from windows.rotation import rotation, turn

SIDEWAYS = torch.tensor([LETTERS.index(name) for name in "GHPQ"])
STEADY_NOISE = 0.7  # of the noise: as much stays through a clip as changes with each frame


def view(
    chance: Chance | Alike, augment: dict, clip: torch.Tensor, letters: torch.Tensor, flat: torch.Tensor
) -> torch.Tensor:
    """Another camera: turned, of another shape, nearer, with the hand model's noise; [b, n, 21, 3].

    Hands that are flat [b] turn only in the picture, and end without depth as they began.
    """
    noise, deep = augment["noise"] * STEADY_NOISE, (~flat).float()[:, None]
    angles = view_angles(chance, augment, letters)
    clip = turn(clip, rotation(torch.cat([angles[:, :2] * deep, angles[:, 2:]], 1)))
    clip = clip * stretch(chance, augment, len(clip))[:, None, None]
    clip = nearer(clip, chance.normal(len(clip), 1, 1, 1, sd=augment["perspective"]))
    steady = chance.normal(len(clip), 1, 21, 3, sd=noise)
    clip = clip + steady + chance.normal(*clip.shape[:2], 21, 3, sd=noise)
    return torch.cat([clip[..., :2], clip[..., 2:] * deep[:, :, None, None]], -1)


def view_angles(chance: Chance | Alike, augment: dict, letters: torch.Tensor) -> torch.Tensor:
    """[b, 3] radians about x, y, z.

    G, H, P and Q point to the side or down, and signers show the camera either face of them: those are turned
    about the vertical at will.
    """
    count = len(letters)
    angles = chance.normal(count, 3) * torch.tensor([augment[f"rotate{axis}"] for axis in "XYZ"])
    around = torch.isin(letters, SIDEWAYS) & (chance.uniform(count) < augment["turnSideways"])
    angles[:, 1] += around * chance.uniform(count, low=-torch.pi, high=torch.pi)
    return angles


def stretch(chance: Chance | Alike, augment: dict, count: int) -> torch.Tensor:
    """[count, 3] factors on x (the picture's aspect), y (none) and z (the depth's scale)."""
    aspect = chance.uniform(count, low=-1, high=1).mul(augment["aspect"]).exp()
    depth = chance.normal(count, sd=augment["zScale"]).exp()
    return torch.stack([aspect, torch.ones(count), depth], 1)


def nearer(clip: torch.Tensor, amount: torch.Tensor) -> torch.Tensor:
    """Perspective: what is nearer than the wrist is larger, by amount [b, 1, 1, 1] a hand unit."""
    wrist, depth = clip[:, :, :1, :2], clip[..., 2:] - clip[:, :, :1, 2:]
    plane = wrist + (clip[..., :2] - wrist) * (1 - amount * depth).clamp(0.6, 1.6)
    return torch.cat([plane, clip[..., 2:]], -1)
