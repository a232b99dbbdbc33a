"""What is exported: the network between the choice of the signing hand and the calibrated probabilities."""
import torch
from torch import nn

from data.product_window import WINDOW
from network.core import Core

LATEST = 8  # frames on which the choice between two hands rests
HEIGHT = 28  # of a hand's 63 numbers: y of knuckle 9; it grows downwards


class LetterModel(nn.Module):
    """landmarks [b, 32, 42, 3] -> probabilities [b, 26], letterness [b], logits [b, 26], embedding [b, compared]
    of length 1."""

    def __init__(self, core: Core, temperature: float):
        super().__init__()
        self.core = core
        self.temperature = temperature
        self.register_buffer("mirror", torch.tensor([-1.0, 1.0, 1.0] * 21), persistent=False)

    def forward(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, ...]:
        hand, present = self.signing_hand(landmarks)
        reading = self.core(hand, present)
        seen = present.amax(1)  # letterness of an empty window is 0
        logits = reading.logits / self.temperature
        return torch.softmax(logits, -1), torch.sigmoid(reading.letterness) * seen, logits, reading.embedding

    def signing_hand(self, landmarks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The signing hand [b, 32, 21, 3] of the window, and where it is seen [b, 32].

        Of two hands that were both seen lately it is the one held higher. A hand that comes up beside a
        resting one takes over once it is seen in about six of the last eight frames. A left hand comes out
        mirrored, so that it is read exactly as the right hand that looks the same.
        """
        slots = landmarks.reshape(-1, WINDOW, 2, 63)
        present = (slots.abs().amax(3) > 0).to(landmarks.dtype)  # [b, 32, 2]
        lately = present[:, -LATEST:]
        depth = (slots[:, -LATEST:, :, HEIGHT] * lately).sum(1) / (lately.sum(1) + 1e-6)
        # [b, 2]; a slot that never held a hand is out
        claim = 4 * lately.mean(1) - 3 * depth - 100 * (1 - present.amax(1))
        left = (claim[:, 0] > claim[:, 1])[:, None]
        hand = torch.where(left[:, :, None], slots[:, :, 0] * self.mirror, slots[:, :, 1])
        return hand.reshape(-1, WINDOW, 21, 3), torch.where(left, present[:, :, 0], present[:, :, 1])
