"""What held J and Z are read as."""
import numpy as np

from data.alphabet import LETTERS
from measures.shares import share
from summary.kept_folds import KeptFolds

HELD_AS = {"J": "I", "Z": "D"}  # the letters that they look like when they are held
KINDS = {"posed and held still": True, "first frame of the motion, held": False}  # whether it was posed
MOST_OTHERS = 4


def frozen(folds: KeptFolds) -> dict[str, dict]:
    """`frozen`."""
    return {
        f"frozen {name}, {kind}": readings(read_letters(folds, name, posed), name, len(folds.seeds))
        for name in HELD_AS
        for kind, posed in KINDS.items()
    }


def read_letters(folds: KeptFolds, name: str, posed: bool) -> np.ndarray:
    """[n] what all held hands of one letter and kind are read as, with every seed."""
    read = []
    for found in folds.found.values():
        if "frozen/letter" in found:
            asked = (found["frozen/letter"] == LETTERS.index(name)) & (found["frozen/posed"] == posed)
            read.append(found["frozen/logits"].argmax(1)[asked])
    return np.concatenate(read)


def readings(read: np.ndarray, name: str, seeds: int) -> dict:
    """How many hands, and how many are read as the letter, as what it looks like, and as others."""
    named = [LETTERS.index(name), LETTERS.index(HELD_AS[name])]
    often = np.argsort(-np.bincount(read, minlength=len(LETTERS)))[:MOST_OTHERS]
    return {
        "windows": len(read) // seeds,
        **{f"read as {LETTERS[letter]}": share(read == letter) for letter in named},
        "others": {LETTERS[j]: share(read == j) for j in often if j not in named and (read == j).any()},
    }
