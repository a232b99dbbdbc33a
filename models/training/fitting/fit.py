"""Trains one network."""
from pathlib import Path

import torch

from data.pool import build_pool
from data.sample import Sample
from fitting.losses import shape_loss, window_loss
from fitting.progress import Progress
from fitting.stage import Stage
from network.core import Core
from windows.hand_source import HandSource

STAGES = {"shape": shape_loss, "window": window_loss}  # in this order


def fit(samples: list[Sample], config: dict, seed: int, checkpoint: Path, label: str) -> Core:
    """Trains on all given samples; returns the network with the running average of its weights.

    Goes on from the checkpoint if there is one, and ends in the same weights as if it had never stopped.
    """
    torch.manual_seed(seed)
    source = HandSource(build_pool(samples), config, seed)
    core = Core(**config["network"]).train()
    saved = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else None
    names = list(STAGES)
    for name in names[names.index(saved["stage"]) if saved else 0 :]:
        stage = Stage(name, core, STAGES[name], config)
        if saved and saved["stage"] == name:
            stage.restore(saved)
            source.chance.generator.set_state(saved["random"])
        run_stage(stage, source, checkpoint, label)
        core.load_state_dict(stage.average)
    return core.eval()


def run_stage(stage: Stage, source: HandSource, checkpoint: Path, label: str) -> None:
    """Takes the steps of a stage that are left, and keeps a checkpoint now and then."""
    progress = Progress(f"{label} {stage.name}", stage.step, stage.plan["steps"], stage.config["reportEvery"])
    while stage.step < stage.plan["steps"]:
        loss = stage.advance(source)
        progress.report(stage.step, loss)
        if stage.step % stage.config["checkpointEvery"] == 0:
            checkpoint.parent.mkdir(parents=True, exist_ok=True)
            torch.save({**stage.state(), "random": source.chance.generator.get_state()}, checkpoint)
