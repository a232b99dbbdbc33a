"""Hands drawn by a formula: every letter has a shape of its own, every signer a hand of their own."""
import numpy as np

from data.alphabet import LETTERS, MOTION_LETTERS
from data.sample import Sample

RIGHT_HAND_AT = np.array([0.6, 0.7, 0], np.float32)  # picture heights
MOTION_FRAMES = 20


def drawn_hand(letter: int, signer: int = 0) -> np.ndarray:
    """A right hand [21, 3] with fingers up, wrist at the origin; picture heights."""
    finger, joint = np.divmod(np.arange(20), 4)
    bend = np.random.default_rng(letter).uniform(0, 2.2, 5)[finger] * joint / 3
    longer = 1 + 0.05 * np.random.default_rng(100 + signer).normal(size=5)[finger]
    x, y = 0.04 * (finger - 2) + 0.02 * np.sin(bend), -(0.09 + 0.03 * joint) * longer * np.cos(bend)
    points = np.stack([x, y, -0.03 * np.sin(bend)], 1)
    return np.concatenate([np.zeros((1, 3)), points]).astype(np.float32)


def drawn_sample(
    name: str, signer: str = "one", left: bool = False, number: int = 0, **marks: object
) -> Sample:
    """One sample of a letter: a photo, or a clip with a wide path if the letter moves."""
    letter, tremor = LETTERS.index(name), np.random.default_rng(number)
    frames = np.repeat(drawn_hand(letter, sum(map(ord, signer)))[None], MOTION_FRAMES, 0) + RIGHT_HAND_AT
    frames = frames + tremor.normal(0, 0.001, (MOTION_FRAMES, 1, 3)).astype(np.float32)
    side = np.array([-1 if left else 1, 1, 1], np.float32)
    moves = name in MOTION_LETTERS
    if moves:
        frames[:, :, 0] += np.linspace(0, 0.4, MOTION_FRAMES, dtype=np.float32)[:, None]
    given = {
        "frames": (frames if moves else frames[:1]) * side, "letter": letter, "left": left,
        "signer": signer, "file": f"{signer}.safetensors", "kind": "sequence" if moves else "static",
        "frozen": False, "suspect": False,
    }
    return Sample(**{**given, **marks})


def drawn_signer(signer: str, letters: str = LETTERS, left: bool = False, each: int = 2) -> list[Sample]:
    """`each` samples of every one of these letters."""
    return [drawn_sample(name, signer, left, number) for name in letters for number in range(each)]
