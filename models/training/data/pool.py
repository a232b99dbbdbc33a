"""All trusted hands as shapes: what training windows are drawn from.

Every left hand is mirrored to a right one, every sample is centered on its first wrist and divided by its
palm size, so one unit is about the distance wrist to knuckles ("hand unit").
"""
from dataclasses import dataclass

import numpy as np

from data.hand import as_right, palm_size, present
from data.sample import Sample, trusted


@dataclass
class Pool:
    """Hands to draw training windows from; sample i is frames starts[i] … starts[i] + lengths[i] - 1."""

    frames: np.ndarray  # [f, 21, 3] hand units, right hands, first wrist at the origin
    starts: np.ndarray  # [s]
    lengths: np.ndarray  # [s]
    letters: np.ndarray  # [s] NO_LETTER where none is shown
    signers: np.ndarray  # [s] index into names
    flat: np.ndarray  # [s] true where z means nothing
    names: list[str]  # of the signers


def shape_of(sample: Sample) -> np.ndarray:
    """The frames of a sample that hold a hand; [n, 21, 3] hand units, a right hand."""
    frames = as_right(sample.frames[present(sample.frames)], sample.left)
    return (frames - frames[:1, :1]) / palm_size(frames)


def build_pool(samples: list[Sample]) -> Pool:
    """The pool of all trusted samples."""
    kept = trusted(samples)
    names = sorted({sample.signer for sample in kept})
    shapes = [shape_of(sample) for sample in kept]
    lengths = np.array([len(shape) for shape in shapes])
    return Pool(
        frames=np.concatenate(shapes).astype(np.float32),
        starts=np.concatenate([[0], np.cumsum(lengths)[:-1]]),
        lengths=lengths,
        letters=np.array([sample.letter for sample in kept]),
        signers=np.array([names.index(sample.signer) for sample in kept]),
        flat=np.array([sample.flat for sample in kept]),
        names=names,
    )
