"""What is read, frame by frame, when a learner goes from one letter to the next?"""
import numpy as np

from data.product_window import in_slot
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, thinned
from probes.predict import Predicted, predict
from probes.streams.letter_streams import BEFORE, letter_stream
from probes.streams.windows_of_stream import windows_of_stream

ASKED = 6  # samples per letter and file
KEPT = np.float16


def probe_verdicts(model: LetterModel, samples: list[Sample], seed: int) -> dict[str, np.ndarray]:
    """From the beginning of each change: logits [n, 34, 26], embedding [n, 34, compared], letterness [n, 34];
    letter, before [n]."""
    chosen, rng = thinned(samples, ASKED), np.random.default_rng(seed)
    befores = [another(sample, samples, rng) for sample in chosen]
    read = [read_stream(model, letter_stream(*pair, rng)) for pair in zip(chosen, befores)]
    kept = {name: np.stack([getattr(own, name) for own in read]).astype(KEPT) for name in Predicted._fields}
    return {**kept, "letter": letters_of(chosen), "before": letters_of(befores)}


def another(sample: Sample, samples: list[Sample], rng: np.random.Generator) -> Sample:
    """A sample of a different letter, each letter alike."""
    letter = rng.choice(sorted({other.letter for other in samples} - {sample.letter}))
    return samples[rng.choice([i for i, other in enumerate(samples) if other.letter == letter])]


def read_stream(model: LetterModel, stream: np.ndarray) -> Predicted:
    """What is read of each window that ends in the change or after it."""
    return predict(model, in_slot(windows_of_stream(stream)[BEFORE:]))
