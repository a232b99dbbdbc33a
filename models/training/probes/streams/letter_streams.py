"""What a camera sees of a learner who goes from one letter to the next."""
import numpy as np
import torch

from data.hand import as_right, palm_size, present
from data.sample import Sample
from windows.blend import smoothstep

STREAM_RATE = 15  # frames a second
BEFORE, CHANGE, ASKED = 12, 4, 30  # frames of the letter before, of the change, and of the letter: two seconds
MOTION = 15  # frames in which J and Z are written
TREMOR = 0.01  # palm sizes


def letter_stream(sample: Sample, before: Sample, rng: np.random.Generator) -> np.ndarray:
    """The other letter held, a quick change, then the letter for two seconds: [46, 21, 3] hand units, a right
    hand."""
    letter = shown(sample)
    held = np.repeat(shown(before)[:1], BEFORE, 0)
    held = held - held[:, :1] + letter[:1, :1]
    share = smoothstep((torch.arange(CHANGE) + 1) / (CHANGE + 1)).numpy()[:, None, None]
    change = held[-1:] * (1 - share) + letter[:1] * share
    stream = np.concatenate([held, change, letter])
    return (stream + rng.normal(0, TREMOR, stream.shape)).astype(np.float32)


def shown(sample: Sample) -> np.ndarray:
    """A letter for two seconds [30, 21, 3]: a clip is played once in a second and its last hand held."""
    frames = as_right(sample.frames[present(sample.frames)], sample.left)
    frames = (frames - frames[:1, :1]) / palm_size(frames)
    if len(frames) > 1:
        frames = frames[np.linspace(0, len(frames) - 1, MOTION).round().astype(int)]
    return np.concatenate([frames, np.repeat(frames[-1:], ASKED - len(frames), 0)])
