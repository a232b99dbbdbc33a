"""What is asked of a held-out signer."""
import numpy as np
import pytest

from data.alphabet import J, Z
from data.sample import NO_LETTER, Sample
from drawn_hands import drawn_sample, drawn_signer
from network.core import Core
from network.letter_model import LetterModel
from probes import nonletters
from probes.chosen import sample_windows, thinned
from probes.first_right import fed_clip
from probes.frozen import held_window, probe_frozen
from probes.headline import probe_headline
from probes.probe import probe
from probes.rates import at_rate, probe_rates


@pytest.fixture
def signer() -> list[Sample]:
    return drawn_signer("one")


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_thinning_keeps_first_and_last_of_each_letter_and_file() -> None:
    many = [drawn_sample("A", number=number) for number in range(100)]
    few = [drawn_sample("B", number=number) for number in range(3)]
    kept = thinned([*many, *few], 12)
    assert len(kept) == 12 + 3
    assert kept[0] is many[0] and kept[11] is many[99]


def test_a_photo_fills_the_window_and_a_clip_keeps_its_leading_zeros() -> None:
    photo, clip = sample_windows([drawn_sample("A"), drawn_sample("J")])
    assert photo.any((1, 2)).all()
    assert clip.any((1, 2)).sum() == 20


def test_the_headline_asks_about_every_sample(model: LetterModel, samples: list[Sample]) -> None:
    found = probe_headline(model, samples)
    assert found["logits"].shape == (len(samples), 26)
    assert found["letter"].tolist() == [sample.letter for sample in samples]
    assert found["left"].tolist() == [sample.left for sample in samples]
    assert found["embedding"].shape == (len(samples), 6)
    assert found["mirror"].max() == 0


def test_held_hands_do_not_move() -> None:
    window = held_window(drawn_sample("Z"))
    assert window.any((1, 2)).all() and (window == window[:1]).all()


def test_posed_hands_and_begun_motions_are_told_apart(model: LetterModel) -> None:
    posed, begun = drawn_sample("J", frozen=True), drawn_sample("Z")
    found = probe_frozen(model, [begun, posed, drawn_sample("A")])
    assert (found["letter"].tolist(), found["posed"].tolist()) == ([J, Z], [True, False])
    assert probe_frozen(model, [drawn_sample("A")]) == {}


@pytest.mark.parametrize(("rate", "seen"), [(5, 5), (10, 10), (15, 15), (30, 30)])
def test_a_motion_of_a_second_is_seen_in_as_many_frames_as_the_rate(
    rate: int, seen: int, rng: np.random.Generator
) -> None:
    frames = at_rate(drawn_sample("J"), rate, 32, rng)
    assert seen - 2 <= len(frames) <= seen + 4
    assert (np.diff(frames[:, 0, 0]) >= -1e-6).all()


def test_a_slow_window_shows_the_end_of_the_motion(rng: np.random.Generator) -> None:
    sample = drawn_sample("J")
    frames = at_rate(sample, 30, 8, rng)
    assert len(frames) == 8
    assert np.allclose(frames[-1], sample.frames[-1])
    assert frames[0, 0, 0] - sample.frames[0, 0, 0] > 0.25


def test_a_still_letter_fills_every_window(rng: np.random.Generator) -> None:
    assert len(at_rate(drawn_sample("A", kind="sequence"), 5, 32, rng)) == 32


def test_rates_are_asked_of_sequences_only(model: LetterModel) -> None:
    assert probe_rates(model, [drawn_sample("A")], 0) == {}
    found = probe_rates(model, [drawn_sample("A"), drawn_sample("J")], 0)
    assert found["letter"].tolist() == [J]
    assert len(found) == 1 + 3 * 4


def test_a_letter_is_fed_to_its_end_and_then_held(rng: np.random.Generator) -> None:
    clip = fed_clip(drawn_sample("J", left=True), rng)
    assert clip.shape == (32, 21, 3)
    assert np.allclose(clip[19:, :, 0], clip[19, :, 0], atol=0.02)
    assert clip[19, 0, 0] - clip[0, 0, 0] > 0.3


def test_everything_is_asked_and_suspect_samples_are_not(
    core: Core, config: dict, signer: list[Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nonletters, "EACH", 2)
    monkeypatch.setattr(nonletters, "STREAM_SECONDS", 2)
    asked = [*signer, drawn_sample("M", suspect=True), drawn_sample("J", frozen=True)]
    found = probe(core, asked, [drawn_sample("A", letter=NO_LETTER)], config, 0)
    assert {name.split("/")[0] for name in found} == {
        "headline", "frozen", "rates", "conditions", "first", "nonletters", "verdicts", "recorded",
    }
    assert len(found["headline/letter"]) == len(signer)
    assert found["frozen/posed"].sum() == 1 and len(found["recorded/letterness"]) == 1
