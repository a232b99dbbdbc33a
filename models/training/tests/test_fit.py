"""Training."""
from pathlib import Path

import pytest
import torch

from data.pool import build_pool
from data.sample import Sample
from fitting.fit import fit
from fitting.stage import Stage
from network.core import Core


def weights(config: dict, samples: list[Sample], checkpoint: Path, seed: int = 0) -> dict[str, torch.Tensor]:
    return fit(samples, config, seed, checkpoint, "test").state_dict()


def same(one: dict[str, torch.Tensor], two: dict[str, torch.Tensor]) -> bool:
    return all(torch.equal(one[name], two[name]) for name in one)


def test_the_same_seed_gives_the_same_weights(config: dict, samples: list[Sample], tmp_path: Path) -> None:
    one, again, other = (weights(config, samples, tmp_path / "none", seed) for seed in (0, 0, 1))
    assert same(one, again) and not same(one, other)


@pytest.mark.parametrize("stopped_in", ["shape", "window"])
def test_a_run_that_was_stopped_ends_in_the_same_weights(
    stopped_in: str, config: dict, samples: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, checkpoint = weights(config, samples, tmp_path / "none"), tmp_path / "checkpoint"
    advance = Stage.advance

    def stopping(stage: Stage, source: object) -> float:
        if stage.name == stopped_in and stage.step == 3:
            raise KeyboardInterrupt
        return advance(stage, source)

    monkeypatch.setattr(Stage, "advance", stopping)
    with pytest.raises(KeyboardInterrupt):
        weights({**config, "checkpointEvery": 2}, samples, checkpoint)
    monkeypatch.setattr(Stage, "advance", advance)
    torch.manual_seed(99)
    assert same(weights(config, samples, checkpoint), expected)


def test_training_learns_the_letters_of_the_data(config: dict, samples: list[Sample], tmp_path: Path) -> None:
    stage = {**config["shape"], "steps": 150, "batch": 128, "learningRate": 0.01}
    calm = {**config["augment"], "rotateX": 0.1, "rotateY": 0.1, "rotateZ": 0.1}
    network = {**config["network"], "dense": 64, "embed": 32}
    config = {**config, "shape": stage, "augment": calm, "network": network}
    core = fit(samples, config, 0, tmp_path / "none", "test")
    pool = build_pool([s for s in samples if not s.moves])
    with torch.no_grad():
        read = core.of_single_hands(torch.from_numpy(pool.frames)[:, None]).argmax(1)
    assert (read == torch.from_numpy(pool.letters)).float().mean() > 0.8


def test_the_average_follows_the_weights_fast_at_first(config: dict) -> None:
    core = Core(**config["network"])
    stage = Stage("shape", core, lambda *_: None, config)
    for value in core.state_dict().values():
        value.fill_(1.0)
    before = stage.average["letters.bias"].clone()
    stage.step = 1
    stage.add_to_average()
    assert torch.allclose(stage.average["letters.bias"], torch.lerp(before, torch.ones(26), 0.9))
