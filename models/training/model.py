"""The network: one right hand over time to letters. Normalisation is part of it; only operators that every onnxruntime has."""
import torch
from torch import nn

from data import KNUCKLES, LETTERS, MOTION as MOTION_LETTERS, WINDOW

DEPTH = 0.5  # weight of z: it is estimated by the hand model, not seen
TIPS = [4, 8, 12, 16, 20]
PAIRS = (
    [(a, b) for i, a in enumerate(TIPS) for b in TIPS[i + 1 :]]
    + [(4, j) for j in (5, 6, 7, 9, 10, 11, 13, 14, 15, 17, 18, 19)]
    + [(3, j) for j in (5, 6, 10, 14, 18)]
    + [(8, 5), (12, 9), (16, 13), (20, 17), (6, 10), (10, 14), (14, 18), (7, 11), (11, 15), (15, 19)]
    + [(0, tip) for tip in TIPS]
)
BONES = [(0, 1), (1, 2), (2, 3), (3, 4)] + [
    (a, b) for base in (5, 9, 13, 17) for a, b in ((0, base), (base, base + 1), (base + 1, base + 2), (base + 2, base + 3))
]
ANGLES = (  # pairs of bones: neighbours within a finger, then the same bone of neighbouring fingers
    [(4 * finger + k, 4 * finger + k + 1) for finger in range(5) for k in range(3)] + [(5, 9), (9, 13), (13, 17), (3, 5), (2, 5)]
)
TRACKED = [0, 8, 20]  # wrist, index tip, little finger tip: their paths tell J and Z
MERGE = 2  # frames whose hands are averaged into one step of the LSTM
STEPS = WINDOW // MERGE
MOTION = MERGE * (2 * len(TRACKED) + 1)
REACH = 0.8  # palm sizes; every J and Z of the data reaches 0.97 or more, but for one that is held still
HOLD_DOWN = 15.0  # logit units per palm size that is missing
LATELY = 4  # steps whose shapes are averaged beside the LSTM
SHAPE = 60 + 60 + len(PAIRS) + len(ANGLES)


def difference(pairs: list[tuple[int, int]]) -> torch.Tensor:
    """Matrix [21, p] that maps one coordinate of 21 landmarks to b - a for each pair (a, b)."""
    matrix = torch.zeros(21, len(pairs))
    for column, (a, b) in enumerate(pairs):
        matrix[a, column] -= 1
        matrix[b, column] += 1
    return matrix


def dot(a: list[torch.Tensor], b: list[torch.Tensor]) -> torch.Tensor:
    """Scalar product of two vectors given as three planes each."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def unit(v: list[torch.Tensor]) -> list[torch.Tensor]:
    """The vector of length 1 in the same direction (or nearly zero)."""
    norm = (dot(v, v) + 1e-6).sqrt()
    return [plane / norm for plane in v]


class Features(nn.Module):
    """hand [b, 32, 21, 3] (right hand, any unit, zeros where none), present [b, 32] -> shape [b, 16, SHAPE], motion [b, 16, MOTION],
    reach [b, 1].

    The shape is that of two frames averaged; the paths are those of every frame. Reach is how far index or little finger tip were from
    where they are now, in palm sizes.
    Coordinates are kept as three planes [b, steps, points], because operators over a last axis of 3 are slow everywhere.
    """

    def __init__(self):
        super().__init__()
        arms = difference([(0, point) for point in range(1, 21)])
        wanted = [arms, difference(PAIRS), *(difference([BONES[pair[side]] for pair in ANGLES]) for side in (0, 1))]
        self.register_buffer("differences", torch.cat(wanted, 1), persistent=False)
        self.widths = [matrix.shape[1] for matrix in wanted]
        step = torch.arange(WINDOW)
        # [t, s]: how gladly frame t takes the place of its own from frame s: the last one before it, else the first after it
        nearness = torch.where(step[None] <= step[:, None], 64.0 + step[None], 32.0 - step[None])
        self.register_buffer("nearness", nearness, persistent=False)

    def fill(self, hand: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        """Gaps hold the last hand seen; leading gaps hold the first hand to come. [b, 32, 63]"""
        source = (self.nearness * present[:, None]).argmax(-1)
        return hand.flatten(2).gather(1, source[:, :, None].expand(-1, -1, 63))

    def shape(self, steps: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Hands [b, steps, 21, 3] -> what they look like [b, steps, SHAPE], and the palm's size [b, 1, 1]."""
        planes = [steps[..., 0], steps[..., 1], steps[..., 2] * DEPTH]
        knuckles = [plane[:, :, KNUCKLES] - plane[:, :, :1] for plane in planes]
        size = (dot(knuckles, knuckles) + 1e-8).sqrt().mean(2, keepdim=True).mean(1, keepdim=True) + 1e-4

        arms, pairs, first, second = zip(*(torch.matmul(plane / size, self.differences).split(self.widths, -1) for plane in planes))
        up = unit([plane[:, :, 8:9] for plane in arms])
        across = [plane[:, :, 4:5] - plane[:, :, 16:17] for plane in arms]
        lean = dot(across, up)
        side = unit([a - lean * u for a, u in zip(across, up)])
        out = [up[i] * side[j] - up[j] * side[i] for i, j in ((1, 2), (2, 0), (0, 1))]
        palm = [dot(arms, axis) for axis in (up, side, out)]

        distances = (dot(pairs, pairs) + 1e-6).sqrt()
        cosines = dot(first, second) * (dot(first, first) * dot(second, second) + 1e-6).rsqrt()
        return torch.cat([*arms, *palm, distances, cosines], -1), size

    def forward(self, hand: torch.Tensor, present: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        filled = self.fill(hand, present).reshape(-1, WINDOW, 21, 3)
        shape, size = self.shape(filled.reshape(-1, STEPS, MERGE, 21, 3).mean(2))
        tracked = filled[:, :, TRACKED, :2]
        paths = (tracked - tracked[:, -1:]).flatten(2) / size  # [b, 32, 6]
        squares = paths * paths
        reach = (squares[:, :, 2::2] + squares[:, :, 3::2]).amax(2).amax(1, keepdim=True).add(1e-8).sqrt()
        motion = torch.cat([paths.reshape(-1, STEPS, MERGE * 2 * len(TRACKED)), present.reshape(-1, STEPS, MERGE)], -1)
        return shape, motion, reach


class Core(nn.Module):
    """One right hand over time -> (logits [b, 26], letterness logit [b]).

    J and Z are letters only by motion: while a hand has not reached far enough, their logits are held down, whatever its shape.
    """

    def __init__(self, dense: int, embed: int, hidden: int, dropout: float, headDropout: float):
        super().__init__()
        self.features = Features()
        self.encode = nn.Sequential(nn.Linear(SHAPE, dense), nn.ReLU(), nn.Dropout(dropout), nn.Linear(dense, embed), nn.ReLU())
        self.lstm = nn.LSTM(embed + MOTION, hidden, batch_first=True)
        self.drop = nn.Dropout(headDropout)
        self.letters = nn.Linear(embed + hidden, 26)
        self.register_buffer("moving", torch.tensor([float(name in MOTION_LETTERS) for name in LETTERS]), persistent=False)
        nn.init.zeros_(self.letters.weight[:, embed:])  # the LSTM adds to what the shape alone says
        self.letterness = nn.Sequential(nn.Linear(embed + hidden, 32), nn.ReLU(), nn.Linear(32, 1))

    def forward(self, hand: torch.Tensor, present: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        shape, motion, reach = self.features(hand, present)
        hands = self.encode(shape)
        states, _ = self.lstm(torch.cat([hands, motion], -1))
        summary = self.drop(torch.cat([hands[:, -LATELY:].mean(1), states[:, -1]], -1))
        held = HOLD_DOWN * (REACH - reach).clamp(min=0) * self.moving
        return self.letters(summary) - held, self.letterness(summary)[:, 0]

    def of_single_hands(self, hand: torch.Tensor) -> torch.Tensor:
        """Letters by shape alone, used to train the encoder: hand [b, 1, 21, 3] -> logits [b, 26]."""
        hands = self.drop(self.encode(self.features.shape(hand)[0])[:, 0])
        return nn.functional.linear(hands, self.letters.weight[:, : hands.shape[1]], self.letters.bias)
