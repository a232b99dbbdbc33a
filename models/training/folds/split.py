"""What is trained on, and what is tested."""
from collections.abc import Collection

import numpy as np

from data.sample import Sample, trusted

Split = tuple[list[Sample], list[Sample]]


def hold_out(samples: list[Sample], signer: str) -> Split:
    """All other signers' samples, and those of this signer."""
    return [s for s in samples if s.signer != signer], [s for s in samples if s.signer == signer]


def hold_out_with_source(samples: list[Sample], unseen: Collection[str], without: str | None) -> Split:
    """Samples of neither the unseen signers nor `without`; the unseen signers' trusted samples."""
    seen = [s for s in samples if s.signer not in unseen]
    rest = [s for s in seen if without is None or not s.signer.startswith(without)]
    return rest, trusted([s for s in samples if s.signer in unseen])


def mix_signers(samples: list[Sample], seed: int) -> Split:
    """Four fifths of all samples and the trusted ones of the rest, at random.

    Both parts hold the same people, so what is measured on it says nothing about a new person.
    """
    order = np.random.default_rng(seed).permutation(len(samples))
    first, second = np.split(order, [len(order) * 4 // 5])
    return [samples[i] for i in first], trusted([samples[i] for i in second])
