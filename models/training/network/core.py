"""The network: one right hand over time to letters."""
from typing import NamedTuple

import torch
from torch import nn
from torch.nn.functional import normalize

from data.alphabet import LETTERS, MOTION_LETTERS
from network.features import MOTION, SHAPE, Features

REACH = 0.8  # palm sizes; every J and Z of the data reaches 0.97 or more, but for one that is held still
HOLD_DOWN = 15.0  # logit units per palm size that is missing
LATELY = 4  # steps whose shapes are averaged beside the LSTM


class Reading(NamedTuple):
    """What the network says of each window."""

    logits: torch.Tensor  # [b, 26]
    letterness: torch.Tensor  # [b] a logit
    embedding: torch.Tensor  # [b, compared] of length 1: the same for a person's samples of one letter


class Core(nn.Module):
    """One right hand over time -> Reading.

    J and Z are letters only by motion: while a hand has not reached far enough, their logits are held down,
    whatever its shape.
    """

    def __init__(self, dense: int, embed: int, compared: int, hidden: int, dropout: float, headDropout: float):
        super().__init__()
        self.features = Features()
        self.encode = nn.Sequential(
            nn.Linear(SHAPE, dense), nn.ReLU(), nn.Dropout(dropout), nn.Linear(dense, embed), nn.ReLU()
        )
        self.compare = nn.Linear(embed, compared, bias=False)
        self.lstm = nn.LSTM(embed + MOTION, hidden, batch_first=True)
        self.drop = nn.Dropout(headDropout)
        self.letters = nn.Linear(embed, len(LETTERS))
        self.motion_letters = nn.Linear(hidden, len(LETTERS), bias=False)
        moving = torch.tensor([float(name in MOTION_LETTERS) for name in LETTERS])
        self.register_buffer("moving", moving, persistent=False)
        nn.init.zeros_(self.motion_letters.weight)  # the LSTM adds to what the shape alone says
        self.letterness = nn.Sequential(nn.Linear(embed + hidden, 32), nn.ReLU(), nn.Linear(32, 1))

    def forward(self, hand: torch.Tensor, present: torch.Tensor) -> Reading:
        shape, motion, reach = self.features(hand, present)
        return self.read(self.encode(shape), motion, reach)

    def read(self, hands: torch.Tensor, motion: torch.Tensor, reach: torch.Tensor) -> Reading:
        """Encoded hands [b, 16, embed] over time."""
        states, _ = self.lstm(torch.cat([hands, motion], -1))
        lately, state = hands[:, -LATELY:].mean(1), states[:, -1]
        held = HOLD_DOWN * (REACH - reach).clamp(min=0) * self.moving
        logits = self.letters(self.drop(lately)) + self.motion_letters(self.drop(state)) - held
        letterness = self.letterness(self.drop(torch.cat([lately, state], -1)))[:, 0]
        return Reading(logits, letterness, normalize(self.compare(lately), dim=-1))

    def of_single_hands(self, shape: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Letters by shape alone, used to train the encoder: shape [b, SHAPE] -> logits [b, 26], embedding."""
        hands = self.encode(shape)
        return self.letters(self.drop(hands)), normalize(self.compare(hands), dim=-1)
