"""When is a letter read right, frame by frame?"""
import numpy as np

from data.hand import as_right, palm_size, present
from data.product_window import WINDOW, in_slot
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, thinned
from probes.predict import predict
from probes.streams.windows_of_stream import windows_of_stream

ASKED = 5  # samples per letter and file
AFTER_MOTION = 4  # frames that the last hand of a moving letter is held, as a learner would
TREMOR = 0.01  # palm sizes


def probe_first_right(model: LetterModel, samples: list[Sample], seed: int) -> dict[str, np.ndarray]:
    """Frames fed one by one: logits [n, 32, 26] and letterness [n, 32] after each, letter [n]."""
    chosen = thinned(samples, ASKED)
    rng = np.random.default_rng(seed)
    windows = [in_slot(windows_of_stream(fed_clip(sample, rng))) for sample in chosen]
    logits, letterness, _ = predict(model, np.concatenate(windows))
    return {
        "logits": logits.reshape(len(chosen), WINDOW, -1),
        "letterness": letterness.reshape(len(chosen), WINDOW),
        "letter": letters_of(chosen),
    }


def fed_clip(sample: Sample, rng: np.random.Generator) -> np.ndarray:
    """The frames [32, 21, 3] that are fed: the letter to its end, then its last hand. A right hand."""
    frames, most = sample.frames[present(sample.frames)], WINDOW - AFTER_MOTION
    if len(frames) > most:
        frames = frames[np.linspace(0, len(frames) - 1, most).round().astype(int)]
    frames = np.concatenate([frames, np.repeat(frames[-1:], WINDOW - len(frames), 0)])
    tremor = rng.normal(0, TREMOR * palm_size(frames), frames.shape)
    return (as_right(frames, sample.left) + tremor).astype(np.float32)
