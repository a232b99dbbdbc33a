"""What each stage of training makes small."""
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from network.core import Core
from windows.batches import hand_batch, window_batch
from windows.hand_source import HandSource
from windows.kinds.shown import NOT_ASKED


def shape_loss(core: Core, source: HandSource, config: dict) -> torch.Tensor:
    """Cross entropy of a batch of single hands."""
    hand, letter = hand_batch(source, config["shape"]["batch"])
    return cross_entropy(core.of_single_hands(hand), letter, label_smoothing=config["labelSmoothing"])


def window_loss(core: Core, source: HandSource, config: dict) -> torch.Tensor:
    """Cross entropy of the windows that show a letter, and whether each window shows one."""
    hand, present, letter, letterness = window_batch(source, config["window"]["batch"])
    logits, letterness_logits = core(hand, present)
    smoothing = config["labelSmoothing"]
    loss = cross_entropy(logits, letter, ignore_index=NOT_ASKED, label_smoothing=smoothing)
    unsure = binary_cross_entropy_with_logits(letterness_logits, letterness, reduction="sum")
    return loss + config["letternessWeight"] * unsure / len(letterness)
