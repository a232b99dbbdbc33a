"""Everything that is asked of one model about one signer."""
import numpy as np

from data.sample import Sample, trusted
from network.core import Core
from network.letter_model import LetterModel
from probes.conditions import probe_conditions
from probes.first_right import probe_first_right
from probes.frozen import probe_frozen
from probes.headline import probe_headline
from probes.nonletters import probe_nonletters
from probes.rates import probe_rates
from probes.recorded import probe_recorded
from probes.verdicts import probe_verdicts


def probe(
    core: Core, samples: list[Sample], nonletters: list[Sample], config: dict, seed: int
) -> dict[str, np.ndarray]:
    """`PROBE/NAME` -> array, of a signer's letters and other hands.

    Frozen J and Z are asked about by themselves, suspect samples not at all.
    """
    model = LetterModel(core, 1.0).eval()
    good = trusted(samples)
    parts = {
        "headline": probe_headline(model, good),
        "frozen": probe_frozen(model, samples),
        "rates": probe_rates(model, good, seed),
        "conditions": probe_conditions(model, good, seed),
        "first": probe_first_right(model, good, seed),
        "nonletters": probe_nonletters(model, good, config, seed),
        "verdicts": probe_verdicts(model, good, seed),
        "recorded": probe_recorded(model, nonletters),
    }
    return {f"{part}/{name}": value for part, values in parts.items() for name, value in values.items()}
