"""What the network is told of a hand over time.

Normalization is part of it; only operators that every onnxruntime has.
"""
import torch
from torch import nn

from data.hand import KNUCKLES
from data.product_window import WINDOW
from network.compared_landmarks import ANGLES, BONES, PAIRS
from network.planes import Planes, difference, dot, unit

DEPTH = 0.5  # weight of z: it is estimated by the hand model, not seen
TRACKED = [0, 8, 20]  # wrist, index tip, little finger tip: their paths tell J and Z
MERGE = 2  # frames whose hands are averaged into one step of the LSTM
STEPS = WINDOW // MERGE
ARMS = [(0, point) for point in range(1, 21)]  # from the wrist to every other landmark
SHAPE = 3 * len(ARMS) + 3 * len(ARMS) + 2 * len(PAIRS) + 2 * len(ANGLES) + 1
MOTION = MERGE * (2 * len(TRACKED) + 1)
INDEX, MIDDLE, LITTLE = (slice(arm, arm + 1) for arm in (4, 8, 16))  # the arms to three knuckles


class Features(nn.Module):
    """hand [b, 32, 21, 3] (right hand, any unit, zeros where none), present [b, 32]
    -> shape [b, 16, SHAPE], motion [b, 16, MOTION], reach [b, 1].

    The shape is that of two frames averaged; the paths are those of every frame. Reach is how far index or
    little finger tip were from where they are now, in palm sizes.
    """

    def __init__(self):
        super().__init__()
        first, second = (difference([BONES[pair[side]] for pair in ANGLES]) for side in (0, 1))
        wanted = [difference(ARMS), difference(PAIRS), first, second]
        self.register_buffer("differences", torch.cat(wanted, 1), persistent=False)
        self.widths = [matrix.shape[1] for matrix in wanted]
        step = torch.arange(WINDOW)
        # [t, s]: how gladly frame t is filled from frame s: the last one before it, else the first after it
        nearness = torch.where(step[None] <= step[:, None], 64.0 + step[None], 32.0 - step[None])
        self.register_buffer("nearness", nearness, persistent=False)

    def forward(
        self, hand: torch.Tensor, present: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        filled = self.fill(hand, present).reshape(-1, WINDOW, 21, 3)
        shape, size = self.shape(filled.reshape(-1, STEPS, MERGE, 21, 3).mean(2))
        tracked = filled[:, :, TRACKED, :2]
        paths = (tracked - tracked[:, -1:]).flatten(2) / size  # [b, 32, 6]
        reach = reach_of(paths)
        motion = [paths.reshape(-1, STEPS, MERGE * 2 * len(TRACKED)), present.reshape(-1, STEPS, MERGE)]
        return shape, torch.cat(motion, -1), reach

    def fill(self, hand: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        """Gaps hold the last hand seen; leading gaps hold the first hand to come. [b, 32, 63]"""
        source = (self.nearness * present[:, None]).argmax(-1)
        return hand.flatten(2).gather(1, source[:, :, None].expand(-1, -1, 63))

    def shape(self, hands: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Hands [b, steps, 21, 3] -> what they look like [b, steps, SHAPE], and the palm's size [b, 1, 1]."""
        planes = [hands[..., 0], hands[..., 1], hands[..., 2] * DEPTH]
        size = palm_size_of(planes)
        split = (torch.matmul(plane / size, self.differences).split(self.widths, -1) for plane in planes)
        arms, pairs, first, second = zip(*split)
        palm = in_palm_frame(arms)
        seen = [compare(pairs[:axes], first[:axes], second[:axes]) for axes in (3, 2)]
        deep = (planes[2].abs().amax((1, 2), keepdim=True) > 0).to(size.dtype).expand(-1, hands.shape[1], -1)
        return torch.cat([*arms, *palm, *seen[0], *seen[1], deep], -1), size


def compare(pairs: Planes, first: Planes, second: Planes) -> tuple[torch.Tensor, torch.Tensor]:
    """Distances between landmarks, and cosines between bones."""
    distances = (dot(pairs, pairs) + 1e-6).sqrt()
    cosines = dot(first, second) * (dot(first, first) * dot(second, second) + 1e-6).rsqrt()
    return distances, cosines


def palm_size_of(planes: Planes) -> torch.Tensor:
    """Mean distance wrist to knuckles over all steps; planes of [b, steps, 21] -> [b, 1, 1]."""
    knuckles = [plane[:, :, KNUCKLES] - plane[:, :, :1] for plane in planes]
    return (dot(knuckles, knuckles) + 1e-8).sqrt().mean(2, keepdim=True).mean(1, keepdim=True) + 1e-4


def in_palm_frame(arms: Planes) -> Planes:
    """The arms along the palm's own axes (up, sideways, out), however the hand is turned."""
    up = unit([plane[:, :, MIDDLE] for plane in arms])
    across = [plane[:, :, INDEX] - plane[:, :, LITTLE] for plane in arms]
    lean = dot(across, up)
    side = unit([a - lean * u for a, u in zip(across, up)])
    out = [up[i] * side[j] - up[j] * side[i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return [dot(arms, axis) for axis in (up, side, out)]


def reach_of(paths: torch.Tensor) -> torch.Tensor:
    """How far a tracked finger tip was at most from where it is now; [b, 32, 6], wrist first -> [b, 1]."""
    squares = paths * paths
    return (squares[:, :, 2::2] + squares[:, :, 3::2]).amax(2).amax(1, keepdim=True).add(1e-8).sqrt()
