"""The network: one right hand over time to letters."""
import torch
from torch import nn

from data.alphabet import LETTERS, MOTION_LETTERS
from network.features import MOTION, SHAPE, Features

REACH = 0.8  # palm sizes; every J and Z of the data reaches 0.97 or more, but for one that is held still
HOLD_DOWN = 15.0  # logit units per palm size that is missing
LATELY = 4  # steps whose shapes are averaged beside the LSTM


class Core(nn.Module):
    """One right hand over time -> (logits [b, 26], letterness logit [b]).

    J and Z are letters only by motion: while a hand has not reached far enough, their logits are held down,
    whatever its shape.
    """

    def __init__(self, dense: int, embed: int, hidden: int, dropout: float, headDropout: float):
        super().__init__()
        self.features = Features()
        self.encode = nn.Sequential(
            nn.Linear(SHAPE, dense), nn.ReLU(), nn.Dropout(dropout), nn.Linear(dense, embed), nn.ReLU()
        )
        self.lstm = nn.LSTM(embed + MOTION, hidden, batch_first=True)
        self.drop = nn.Dropout(headDropout)
        self.letters = nn.Linear(embed + hidden, len(LETTERS))
        moving = torch.tensor([float(name in MOTION_LETTERS) for name in LETTERS])
        self.register_buffer("moving", moving, persistent=False)
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
