"""Other cameras."""
import torch

from data.alphabet import LETTERS
from windows.hand_source import HandSource
from windows.rotation import rotation, turn

SIDEWAYS = torch.tensor([LETTERS.index(name) for name in "GHPQ"])
STEADY_NOISE = 0.7  # of the noise: as much stays through a clip as changes with each frame


def view(source: HandSource, clip: torch.Tensor, letters: torch.Tensor) -> torch.Tensor:
    """Another camera: turned, of another shape, nearer, with the hand model's noise; [b, n, 21, 3]."""
    chance, noise = source.chance, source.augment["noise"] * STEADY_NOISE
    clip = turn(clip, rotation(view_angles(source, letters)))
    clip = clip * stretch(source, len(clip))[:, None, None]
    clip = nearer(clip, chance.normal(len(clip), 1, 1, 1, sd=source.augment["perspective"]))
    steady = chance.normal(len(clip), 1, 21, 3, sd=noise)
    return clip + steady + chance.normal(*clip.shape[:2], 21, 3, sd=noise)


def view_angles(source: HandSource, letters: torch.Tensor) -> torch.Tensor:
    """[b, 3] radians about x, y, z.

    G, H, P and Q point to the side, and signers show the camera either face of them: those are turned about
    the vertical at will.
    """
    count, chance, augment = len(letters), source.chance, source.augment
    angles = chance.normal(count, 3) * torch.tensor([augment[f"rotate{axis}"] for axis in "XYZ"])
    around = torch.isin(letters, SIDEWAYS) & (chance.uniform(count) < augment["turnSideways"])
    angles[:, 1] += around * chance.uniform(count, low=-torch.pi, high=torch.pi)
    return angles


def stretch(source: HandSource, count: int) -> torch.Tensor:
    """[count, 3] factors on x (the picture's aspect), y (none) and z (the depth's scale)."""
    chance = source.chance
    aspect = chance.uniform(count, low=-1, high=1).mul(source.augment["aspect"]).exp()
    depth = chance.normal(count, sd=source.augment["zScale"]).exp()
    return torch.stack([aspect, torch.ones(count), depth], 1)


def nearer(clip: torch.Tensor, amount: torch.Tensor) -> torch.Tensor:
    """Perspective: what is nearer than the wrist is larger, by amount [b, 1, 1, 1] a hand unit."""
    wrist, depth = clip[:, :, :1, :2], clip[..., 2:] - clip[:, :, :1, 2:]
    plane = wrist + (clip[..., :2] - wrist) * (1 - amount * depth).clamp(0.6, 1.6)
    return torch.cat([plane, clip[..., 2:]], -1)
