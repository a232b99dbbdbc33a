"""What each stage of training makes small."""
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from data.alphabet import LETTERS
from fitting.rows import EncodedHands, EncodedWindows
from network.core import Core
from windows.kinds.shown import NOT_ASKED


def shape_loss(core: Core, batch: EncodedHands, config: dict) -> torch.Tensor:
    """Cross entropy of single hands, and of each person's second hands as read with the first ones taught."""
    logits, embedding = core.of_single_hands(batch.shape)
    smoothing, again = config["labelSmoothing"], batch.again == 1
    loss = cross_entropy(logits, batch.letter, label_smoothing=smoothing)
    known = logits[again] + by_first_hands(embedding, batch, config)
    return loss + config["myHand"]["share"] * cross_entropy(known, batch.letter[again], label_smoothing=smoothing)


def by_first_hands(embedding: torch.Tensor, batch: EncodedHands, config: dict) -> torch.Tensor:
    """What the rule of "my hand" (measures/my_hand.py) adds to the logits of each second hand; [b / 2, 26].

    Half of the people teach all their letters, the others some.
    """
    rule, people = config["myHand"], int(batch.person.max()) + 1
    first, again = batch.again == 0, batch.again == 1
    cell = (batch.person * len(LETTERS) + batch.letter)[first]
    row = torch.zeros(people * len(LETTERS), dtype=torch.long)
    row[cell] = torch.arange(len(cell))  # of the first hands, that of each person and letter
    known = torch.isin(torch.arange(len(row)), cell).reshape(people, -1)
    some = torch.where(torch.rand(people, 1) < 0.5, 1.0, rule["taught"])
    person = batch.person[again]
    taught = (known & (torch.rand(known.shape) < some))[person]
    nearness = (embedding[again] @ embedding[first].T).gather(1, row.reshape(people, -1)[person])
    best = nearness.masked_fill(~taught, -1).amax(1, keepdim=True)
    speaks = rule["gain"] * (nearness - rule["floor"]).clamp(min=0)
    return (speaks + rule["contrast"] * (nearness - best)) * taught


def window_loss(core: Core, batch: EncodedWindows, config: dict) -> torch.Tensor:
    """Cross entropy of the windows that show a letter, and whether each window shows one."""
    with torch.no_grad():
        hands = core.encode(batch.shape)
    reading = core.read(hands, batch.motion, batch.reach)
    smoothing = config["labelSmoothing"]
    loss = cross_entropy(reading.logits, batch.letter, ignore_index=NOT_ASKED, label_smoothing=smoothing)
    unsure = binary_cross_entropy_with_logits(reading.letterness, batch.letterness, reduction="sum")
    return loss + config["letternessWeight"] * unsure / len(batch.letterness)
