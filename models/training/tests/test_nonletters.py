"""Clips and streams that are no letter."""
from dataclasses import replace

import numpy as np
import pytest

from data.alphabet import Z
from data.sample import Sample
from drawn_hands import drawn_signer
from network.letter_model import LetterModel
from probes import nonletters
from probes.nonletters import probe_nonletters
from probes.streams.nonletter_clips import nonletter_clips
from probes.streams.nonletter_streams import STREAM_RATE, nonletter_streams
from probes.streams.windows_of_stream import windows_of_stream


@pytest.fixture
def signer() -> list[Sample]:
    return drawn_signer("one")


def test_a_stream_passes_through_windows_that_end_with_each_frame() -> None:
    stream = np.arange(1, 41, dtype=np.float32)[:, None, None] * np.ones((1, 21, 3), np.float32)
    windows = windows_of_stream(stream)[..., 0, 0]
    assert windows.shape == (40, 32)
    assert windows[:, -1].tolist() == list(range(1, 41))
    assert windows[0].tolist() == [0] * 31 + [1] and windows[-1].tolist() == list(range(9, 41))


def test_motions_are_cut_only_of_signers_who_have_both(config: dict, signer: list[Sample]) -> None:
    without_z = [sample for sample in signer if sample.letter != Z]
    assert "cutMotion" in nonletter_clips(signer, config, 2, 0)
    assert "cutMotion" not in nonletter_clips(without_z, config, 2, 0)
    assert not nonletter_clips(signer, config, 2, 0)["half empty"][:, 16:].any()


def test_streams_of_nonletters_last_as_long_as_asked(config: dict, signer: list[Sample]) -> None:
    streams = nonletter_streams(signer, config, 4, 0)
    assert all(stream.shape == (4 * STREAM_RATE, 21, 3) for stream in streams.values())
    assert not streams["no hand"].any()
    gone = ~streams["in and out of view"].any((1, 2))
    assert 0.2 < gone.mean() < 0.6
    wrist = streams["hand on the move"][:, 0, :2]
    assert np.linalg.norm(np.diff(wrist, axis=0), axis=1).mean() > 0.2


def test_nothing_is_made_of_hands_without_depth(model: LetterModel, config: dict, signer: list[Sample]) -> None:
    assert probe_nonletters(model, [replace(sample, flat=True) for sample in signer], config, 0) == {}


def test_streams_are_asked_frame_by_frame(
    model: LetterModel, config: dict, signer: list[Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nonletters, "EACH", 2)
    monkeypatch.setattr(nonletters, "STREAM_SECONDS", 2)
    found = probe_nonletters(model, signer, config, 0)
    assert found["clip wave"].shape == (2,)
    assert found["stream no hand logits"].shape == (2 * STREAM_RATE, 26)
    assert not found["stream no hand letterness"].any()
