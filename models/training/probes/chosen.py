"""Which samples are asked about, and as which windows."""
import numpy as np

from data.product_window import WINDOW, window_of
from data.sample import Sample

PROBE_CAP = 12  # samples per letter and file in the probes other than the headline


def thinned(samples: list[Sample], cap: int = PROBE_CAP) -> list[Sample]:
    """At most `cap` samples of each letter and file, spread over the file."""
    groups: dict[tuple[str, int], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.file, sample.letter), []).append(sample)
    return [group[i] for group in groups.values() for i in spread_indices(len(group), cap)]


def spread_indices(count: int, cap: int) -> np.ndarray:
    """At most `cap` of the numbers below count, spread evenly, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, cap).round().astype(int))


def letters_of(samples: list[Sample]) -> np.ndarray:
    """[n] the letter of each sample."""
    return np.array([sample.letter for sample in samples])


def sample_windows(samples: list[Sample]) -> np.ndarray:
    """One window of each sample, a single photo repeated to a full one; [n, 32, 42, 3]."""
    clips = [np.repeat(s.frames, WINDOW, 0) if len(s.frames) == 1 else s.frames for s in samples]
    return np.stack([window_of(clip, sample.left) for clip, sample in zip(clips, samples)])
