"""What the tests share."""
from dataclasses import replace

import pytest
import torch

from data.pool import build_pool
from data.sample import NO_LETTER, Sample
from drawn_hands import drawn_sample, drawn_signer
from network.core import Core
from network.letter_model import LetterModel
from recipe.config import load_config
from windows.hand_source import HandSource

torch.set_num_threads(1)
SMALL = {"dense": 16, "embed": 8, "compared": 6, "hidden": 8, "dropout": 0.1, "headDropout": 0.1}


@pytest.fixture
def config() -> dict:
    """The recipe's configuration with a small network and few steps."""
    full = load_config()
    few = {
        "shape": {**full["shape"], "steps": 4, "people": 2},
        "window": {**full["window"], "steps": 4, "batch": 32},
    }
    return {**full, **few, "network": SMALL, "checkpointEvery": 1000, "reportEvery": 1000}


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    """Three signers, one of them left-handed, with every letter."""
    return [*drawn_signer("one"), *drawn_signer("two", left=True), *drawn_signer("three")]


@pytest.fixture(scope="session")
def nonletters() -> list[Sample]:
    """Hands of the second and the third signer that are no letter, one's without depth."""
    flat = drawn_sample("B", "three", letter=NO_LETTER)
    flat.frames[..., 2] = 0
    return [drawn_sample("A", "two", left=True, letter=NO_LETTER), replace(flat, flat=True)]


@pytest.fixture
def source(config: dict, samples: list[Sample], nonletters: list[Sample]) -> HandSource:
    """Hands of all three signers."""
    return HandSource(build_pool([*samples, *nonletters]), config, 7)


@pytest.fixture
def core() -> Core:
    """A small network as it is before training, but for what it would have learned of motion."""
    torch.manual_seed(3)
    core = Core(**SMALL).eval()
    torch.nn.init.normal_(core.letters.weight)
    torch.nn.init.normal_(core.motion_letters.weight)
    return core


@pytest.fixture
def model(core: Core) -> LetterModel:
    """The same network as it would be exported."""
    return LetterModel(core, 1.0).eval()
