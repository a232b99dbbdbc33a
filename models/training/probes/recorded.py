"""How much do recorded hands that are no letter pass for one?"""
import numpy as np

from data.sample import Sample
from network.letter_model import LetterModel
from probes.chosen import sample_windows
from probes.predict import predict


def probe_recorded(model: LetterModel, nonletters: list[Sample]) -> dict[str, np.ndarray]:
    """Letterness [n] of each, held for a whole window; empty where a signer has none."""
    return {"letterness": predict(model, sample_windows(nonletters)).letterness} if nonletters else {}
