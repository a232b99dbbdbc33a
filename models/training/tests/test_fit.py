"""Training."""
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from data.pool import build_pool
from data.sample import Sample
from drawn_hands import drawn_signer
from fitting.fit import fit
from fitting.losses import by_first_hands
from fitting.rows import EncodedHands, without
from fitting.stages import STAGES
from fitting.trainee import Trainee
from network.core import Core
from network.features import Features

Weights = dict[str, torch.Tensor]
NOBODY: dict[str, set[str]] = {"test": set()}


@pytest.fixture
def hands(samples: list[Sample], nonletters: list[Sample]) -> list[Sample]:
    return [*samples, *nonletters]


def weights(config: dict, hands: list[Sample], checkpoint: Path, seed: int = 0, unseen: dict = NOBODY) -> Weights:
    return fit(hands, config, seed, unseen, checkpoint)["test"].state_dict()


def same(one: Weights, two: Weights) -> bool:
    return all(torch.equal(one[name], two[name]) for name in one)


def test_the_same_seed_gives_the_same_weights(config: dict, hands: list[Sample], tmp_path: Path) -> None:
    one, again, other = (weights(config, hands, tmp_path / "none", seed) for seed in (0, 0, 1))
    assert same(one, again) and not same(one, other)


def test_an_unseen_signer_leaves_no_trace(config: dict, hands: list[Sample], tmp_path: Path) -> None:
    """What the signer's hands look like does not matter; the dropout of others is not touched either."""
    unseen = {"test": {"two"}}
    hands = [*hands, *(hand for name in ("four", "five", "six", "seven") for hand in drawn_signer(name))]
    other = [
        replace(hand, frames=hand.frames[:, ::-1] * 2) if hand.signer == "two" else hand for hand in hands
    ]
    one, two = (weights(config, given, tmp_path / "none", unseen=unseen) for given in (hands, other))
    assert same(one, two)
    assert not same(one, weights(config, other, tmp_path / "none"))


@pytest.mark.parametrize("stopped_in", ["shape", "window"])
def test_a_run_that_was_stopped_ends_in_the_same_weights(
    stopped_in: str, config: dict, hands: list[Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, checkpoint = weights(config, hands, tmp_path / "none"), tmp_path / "checkpoint"
    advance = Trainee.advance

    def stopping(trainee: Trainee, rows: object, step: int) -> float:
        if trainee.kind.name == stopped_in and step == 4:
            raise KeyboardInterrupt
        return advance(trainee, rows, step)

    monkeypatch.setattr(Trainee, "advance", stopping)
    with pytest.raises(KeyboardInterrupt):
        weights({**config, "checkpointEvery": 2}, hands, checkpoint)
    monkeypatch.setattr(Trainee, "advance", advance)
    torch.manual_seed(99)
    assert same(weights(config, hands, checkpoint), expected)


def test_training_learns_the_letters_of_the_data(config: dict, hands: list[Sample], tmp_path: Path) -> None:
    stage = {**config["shape"], "steps": 150, "people": 3, "learningRate": 0.01}
    calm = {**config["augment"], "rotateX": 0.1, "rotateY": 0.1, "rotateZ": 0.1}
    network = {**config["network"], "dense": 64, "embed": 32}
    config = {**config, "shape": stage, "augment": calm, "network": network}
    core = fit(hands, config, 0, NOBODY, tmp_path / "none")["test"]
    pool = build_pool([hand for hand in hands if not hand.moves and hand.letter >= 0])
    with torch.no_grad():
        shape = Features().shape(torch.from_numpy(pool.frames)[:, None])[0][:, 0]
        read = core.of_single_hands(shape)[0].argmax(1)
    assert (read == torch.from_numpy(pool.letters)).float().mean() > 0.8


def test_rows_of_unseen_signers_are_left_out() -> None:
    involved = torch.tensor([0b001, 0b011, 0b100, 0b110])
    rows = EncodedHands(*[torch.arange(4)] * 4, involved)
    assert without(rows, 0b010).letter.tolist() == [0, 2]
    assert without(rows, 0).letter.tolist() == [0, 1, 2, 3]


def test_a_second_hand_is_drawn_to_its_persons_first_one_of_the_letter(config: dict) -> None:
    first, second = torch.eye(2), torch.tensor([[0.6, 0.8], [1.0, 0.0]])
    letter, again = torch.tensor([0, 1, 1, 0]), torch.tensor([0, 0, 1, 1])
    rows = EncodedHands(torch.zeros(4, 1), letter, torch.zeros(4, dtype=torch.long), again, torch.ones(4))
    rule = {"share": 1, "taught": 1.0, "gain": 10, "floor": 0.5, "contrast": 2}
    added = by_first_hands(torch.cat([first, second]), rows, {**config, "myHand": rule})
    expected = torch.zeros(2, 26)
    expected[0, :2] = torch.tensor([10 * 0.1 + 2 * (0.6 - 0.8), 10 * 0.3])
    expected[1, :2] = torch.tensor([10 * 0.5, -2.0])
    assert torch.allclose(added, expected, atol=1e-5)


def test_the_average_follows_the_weights_fast_at_first(config: dict) -> None:
    core = Core(**config["network"])
    trainee = Trainee(core, 0, STAGES[0], config)
    for value in core.state_dict().values():
        value.fill_(1.0)
    before = trainee.average["letters.bias"].clone()
    trainee.add_to_average(1)
    assert torch.allclose(trainee.average["letters.bias"], torch.lerp(before, torch.ones(26), 0.9))
