"""How much do camera rate and window length matter?"""
import numpy as np

from data.hand import present
from data.product_window import window_of
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, thinned
from probes.predict import predict

CLIP_SECONDS = 1.0  # how long one letter lasts
RATES, LENGTHS = (5, 10, 15, 30), (8, 16, 32)  # frames a second; frames kept


def rate_name(length: int, rate: int) -> str:
    """How an answer for so many frames at this rate is called."""
    return f"{length}x{rate}"


def probe_rates(model: LetterModel, samples: list[Sample], seed: int) -> dict[str, np.ndarray]:
    """Sequences only: the letters [n] read by frames kept and camera rate; empty where a signer has none."""
    chosen = thinned([sample for sample in samples if sample.kind == "sequence"])
    if not chosen:
        return {}
    rng = np.random.default_rng(seed)
    result = {"letter": letters_of(chosen)}
    for length in LENGTHS:
        for rate in RATES:
            windows = np.stack([window_of(at_rate(s, rate, length, rng), s.left) for s in chosen])
            result[rate_name(length, rate)] = predict(model, windows)[0].argmax(1)
    return result


def at_rate(sample: Sample, rate: int, length: int, rng: np.random.Generator) -> np.ndarray:
    """The last `length` frames that a camera of `rate` frames a second with uneven intervals sees of the
    letter.

    The letter is made in one second. A still one is held as long as it takes to fill the frames: it is played
    there and back.
    """
    frames = sample.frames[present(sample.frames)]
    gaps = rng.uniform(0.6, 1.4, length)
    ago = (gaps.cumsum()[::-1] - gaps[-1]) / rate
    where = (1 - ago / CLIP_SECONDS) * (len(frames) - 1)
    where = where[ago <= CLIP_SECONDS + 0.5 / rate].clip(0) if sample.moves else np.abs(where)
    low = np.floor(where).astype(int) % len(frames)
    high = np.minimum(low + 1, len(frames) - 1)
    share = (where - np.floor(where))[:, None, None].astype(np.float32)
    return frames[low] * (1 - share) + frames[high] * share
