"""One hand becoming another."""
import torch

from data.product_window import WINDOW


def smoothstep(x: torch.Tensor) -> torch.Tensor:
    """0 below 0, 1 above 1, smooth between."""
    x = x.clamp(0, 1)
    return x * x * (3 - 2 * x)


def blend(a: torch.Tensor, b: torch.Tensor, start: torch.Tensor, frames: torch.Tensor) -> torch.Tensor:
    """Clip a becomes b from frame start [b] over `frames` [b] frames, shape and place."""
    amount = smoothstep((torch.arange(WINDOW)[None] - start[:, None]) / frames[:, None].clamp(min=1))
    return torch.lerp(a, b, amount[:, :, None, None])


def morph(a: torch.Tensor, b: torch.Tensor, amount: torch.Tensor) -> torch.Tensor:
    """Blends the shapes [b, n, 21, 3] about the wrist by amount [b, n]; the path of the wrist stays a's."""
    wrist = a[:, :, :1]
    return wrist + torch.lerp(a - wrist, b - b[:, :, :1], amount[:, :, None, None])
