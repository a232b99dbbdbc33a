"""What is every sample read as?"""
import numpy as np

from data.product_window import swapped
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, sample_windows
from probes.predict import predict

MIRRORED = 200  # windows that are also shown in a mirror, about


def probe_headline(model: LetterModel, samples: list[Sample]) -> dict[str, np.ndarray]:
    """logits [n, 26]; embedding [n, compared]; letterness, letter, left [n]; mirror [m]: the largest change of a
    logit in a mirror."""
    windows = sample_windows(samples)
    logits, letterness, embedding = predict(model, windows)
    some = windows[:: max(1, len(windows) // MIRRORED)]
    change = predict(model, swapped(some))[0] - predict(model, some)[0]
    return {
        "logits": logits, "letterness": letterness, "embedding": embedding, "letter": letters_of(samples),
        "left": np.array([sample.left for sample in samples]), "mirror": np.abs(change).max(1),
    }
