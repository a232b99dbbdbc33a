"""How much does what is no letter pass for one?"""
import numpy as np

from data.product_window import in_slot
from data.sample import Sample
from network.letter_model import LetterModel
from probes.predict import predict
from probes.streams.nonletter_clips import nonletter_clips
from probes.streams.nonletter_streams import STREAM_SECONDS, nonletter_streams
from probes.streams.windows_of_stream import windows_of_stream

EACH = 100  # clips of each kind


def probe_nonletters(
    model: LetterModel, samples: list[Sample], config: dict, seed: int
) -> dict[str, np.ndarray]:
    """`clip KIND`: letterness [100]; `stream KIND logits` [n, 26], `stream KIND letterness` [n].

    Empty for a signer without depth: what is no letter is made of hands with depth.
    """
    samples = [sample for sample in samples if not sample.flat]
    if not samples:
        return {}
    clips = nonletter_clips(samples, config, EACH, seed)
    result = {f"clip {kind}": predict(model, in_slot(clip))[1] for kind, clip in clips.items()}
    for kind, stream in nonletter_streams(samples, config, STREAM_SECONDS, seed).items():
        logits, letterness, _ = predict(model, in_slot(windows_of_stream(stream)))
        result[f"stream {kind} logits"], result[f"stream {kind} letterness"] = logits, letterness
    return result
