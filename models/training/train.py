"""Trains one model: python train.py --data DIR [--hold-out SIGNER ...] [--seed N] [--run NAME]. Resumes where it was stopped.

Two stages: the encoder learns letters from single hands, of which thousands cost little; then the whole network learns windows in time.
"""
import argparse
import json
import sys
import time
from pathlib import Path
from typing import Callable

import torch
from torch import nn

from augment import Windows
from data import Sample, build_pool, load_samples
from model import Core

HERE = Path(__file__).parent
RUNS = HERE / ".runs"


def load_config() -> dict:
    return json.loads((HERE / "config.json").read_text())


def shape_loss(core: Core, windows: Windows, config: dict) -> torch.Tensor:
    """Cross entropy of a batch of single hands."""
    hand, letter = windows.single_hands(config["shape"]["batch"])
    return nn.functional.cross_entropy(core.of_single_hands(hand), letter, label_smoothing=config["labelSmoothing"])


def window_loss(core: Core, windows: Windows, config: dict) -> torch.Tensor:
    """Cross entropy of the windows that show a letter, and whether each window shows one."""
    hand, present, letter, letterness = windows.batch(config["window"]["batch"])
    logits, doubt = core(hand, present)
    loss = nn.functional.cross_entropy(logits, letter, ignore_index=-1, label_smoothing=config["labelSmoothing"])
    asked = (letterness >= 0).float()
    unsure = nn.functional.binary_cross_entropy_with_logits(doubt, letterness.clamp(min=0), asked, reduction="sum")
    return loss + config["letternessWeight"] * unsure / asked.sum()


class Stage:
    """One stage of training, with a running average of the weights; can be saved and resumed at any step."""

    def __init__(self, name: str, core: Core, loss: Callable, config: dict):
        self.name, self.core, self.loss, self.config, self.plan = name, core, loss, config, config[name]
        rate, encoder = self.plan["learningRate"], list(core.encode.parameters())
        groups = [
            {"params": encoder, "lr": rate * self.plan["encoderRate"]},
            {"params": [p for name, p in core.named_parameters() if not name.startswith("encode.")], "lr": rate},
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config["weightDecay"], fused=True)
        rates = [group["lr"] for group in groups]
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, rates, total_steps=self.plan["steps"])
        self.average = {name: value.clone() for name, value in core.state_dict().items()}
        self.step = 0

    def state(self) -> dict:
        return {
            "stage": self.name, "step": self.step, "core": self.core.state_dict(), "average": self.average,
            "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(), "dropout": torch.get_rng_state(),
        }

    def restore(self, saved: dict):
        self.step, self.average = saved["step"], saved["average"]
        self.core.load_state_dict(saved["core"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        torch.set_rng_state(saved["dropout"])

    def advance(self, windows: Windows) -> float:
        loss = self.loss(self.core, windows, self.config)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.core.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        decay = min(self.config["averageDecay"], self.step / (self.step + 9))
        torch._foreach_lerp_(list(self.average.values()), list(self.core.state_dict().values()), 1 - decay)
        return loss.item()


def train(samples: list[Sample], config: dict, seed: int, checkpoint: Path, label: str) -> Core:
    """Trains on all given samples; returns the network with the running average of its weights."""
    torch.manual_seed(seed)
    windows = Windows(build_pool(samples), config, seed)
    core = Core(**config["network"]).train()
    saved = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else None
    for name, loss in (("shape", shape_loss), ("window", window_loss)):
        if saved and saved["stage"] == "window" and name == "shape":
            continue
        stage = Stage(name, core, loss, config)
        if saved and saved["stage"] == name:
            stage.restore(saved)
            windows.random.set_state(saved["random"])
        begin, started, shown = stage.step, time.time(), None
        while stage.step < stage.plan["steps"]:
            latest = stage.advance(windows)
            shown = latest if shown is None else shown + 0.02 * (latest - shown)
            if stage.step % config["reportEvery"] == 0:
                left = (time.time() - started) / (stage.step - begin) * (stage.plan["steps"] - stage.step)
                print(f"{label} {name} step {stage.step}/{stage.plan['steps']} loss {shown:.3f} ETA {left:.0f} s", file=sys.stderr, flush=True)
            if stage.step % config["checkpointEvery"] == 0:
                checkpoint.parent.mkdir(parents=True, exist_ok=True)
                torch.save({**stage.state(), "random": windows.random.get_state()}, checkpoint)
        core.load_state_dict(stage.average)
    return core.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--hold-out", nargs="*", default=[], help="signers to leave out")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--run", default="all", help="name of the checkpoint and the weights in .runs")
    args = parser.parse_args()
    torch.set_num_threads(1)
    config = load_config()
    seed = config["seed"] if args.seed is None else args.seed
    samples = [s for s in load_samples(args.data) if s.signer not in args.hold_out]
    core = train(samples, config, seed, RUNS / f"{args.run}.checkpoint", args.run)
    torch.save(core.state_dict(), RUNS / f"{args.run}.pt")


if __name__ == "__main__":
    main()
