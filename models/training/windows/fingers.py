"""The landmarks of the five fingers, thumb first, root to tip."""
import torch

FINGERS = torch.arange(1, 21).reshape(5, 4)
THUMB = FINGERS[0]
