"""Trains networks, several at once."""
from pathlib import Path

import torch

from data.pool import build_pool
from data.sample import Sample
from fitting.progress import Progress
from fitting.stages import STAGES, StageKind
from fitting.trainee import Trainee
from network.core import Core
from network.features import Features
from windows.hand_source import HandSource


def fit(
    samples: list[Sample], config: dict, seed: int, unseen: dict[str, set[str]], checkpoint: Path
) -> dict[str, Core]:
    """Name -> network that has seen everybody but the signers named for it.

    All learn from the same batches, each from the rows in which none of its unseen signers has a part: making
    batches is dear, and this way it is done once. Returns networks with the running average of their weights.
    Goes on from the checkpoint if there is one, and ends in the same weights as if it had never stopped.
    """
    source = HandSource(build_pool(samples), config, seed)
    cores = {name: new_core(config, seed) for name in unseen}
    saved = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else None
    names = [kind.name for kind in STAGES]
    for kind in STAGES[names.index(saved["stage"]) if saved else 0 :]:
        trainees = {
            name: Trainee(core, source.signers_bits(unseen[name]), kind, config) for name, core in cores.items()
        }
        begin = restore(saved, trainees, source) if saved and saved["stage"] == kind.name else 0
        run_stage(kind, begin, trainees, source, checkpoint)
        for name, core in cores.items():
            core.load_state_dict(trainees[name].average)
    return {name: core.eval() for name, core in cores.items()}


def restore(saved: dict, trainees: dict[str, Trainee], source: HandSource) -> int:
    """Goes back to a checkpoint; returns how many steps of its stage have been taken."""
    for name, trainee in trainees.items():
        trainee.restore(saved["trainees"][name])
    source.chance.generator.set_state(saved["random"])
    torch.set_rng_state(saved["dropout"])
    return saved["step"]


def new_core(config: dict, seed: int) -> Core:
    """A network before training."""
    torch.manual_seed(seed)
    return Core(**config["network"]).train()


def run_stage(
    kind: StageKind, begin: int, trainees: dict[str, Trainee], source: HandSource, checkpoint: Path
) -> None:
    """Takes the steps of a stage that are left, and keeps a checkpoint now and then."""
    config, features = source.config, Features()
    plan = config[kind.name]
    progress = Progress(f"{checkpoint.stem} {kind.name}", begin, plan["steps"], config["reportEvery"])
    for step in range(begin + 1, plan["steps"] + 1):
        with torch.no_grad():
            rows = kind.rows(features, source, plan)
        losses = [trainee.advance(rows, step) for trainee in trainees.values()]
        progress.report(step, sum(losses) / len(losses))
        if step % config["checkpointEvery"] == 0:
            checkpoint.parent.mkdir(parents=True, exist_ok=True)
            torch.save({
                "stage": kind.name, "step": step, "random": source.chance.generator.get_state(),
                "dropout": torch.get_rng_state(),
                "trainees": {name: trainee.state() for name, trainee in trainees.items()},
            }, checkpoint)
