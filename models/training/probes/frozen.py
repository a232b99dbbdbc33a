"""What are J and Z read as when they are held?"""
import numpy as np

from data.hand import present
from data.product_window import WINDOW, window_of
from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import letters_of, thinned
from probes.predict import predict


def probe_frozen(model: LetterModel, samples: list[Sample]) -> dict[str, np.ndarray]:
    """Held J and Z: hands that were posed, and the first frame of true motions.

    -> logits [n, 26]; letterness, letter, posed [n]; empty where a signer has neither.
    """
    frozen = [sample for sample in samples if sample.frozen and sample.moves]
    begun = thinned([sample for sample in samples if not sample.frozen and sample.moves])
    asked = frozen + begun
    if not asked:
        return {}
    logits, letterness, _ = predict(model, np.stack([held_window(sample) for sample in asked]))
    posed = np.array([True] * len(frozen) + [False] * len(begun))
    return {"logits": logits, "letterness": letterness, "letter": letters_of(asked), "posed": posed}


def held_window(sample: Sample) -> np.ndarray:
    """The first hand of a sample, held for a whole window [32, 42, 3]."""
    first = sample.frames[present(sample.frames)][:1]
    return window_of(np.repeat(first, WINDOW, 0), sample.left)
