"""Trains one model: python train.py --data DIR [--hold-out SIGNER ...] [--seed N] [--run NAME]. Resumes where it was stopped."""
import argparse
import json
import sys
import time
from pathlib import Path

import torch
from torch import nn

from augment import Windows
from data import build_pool, load_samples
from model import Core

HERE = Path(__file__).parent
RUNS = HERE / ".runs"


def load_config() -> dict:
    return json.loads((HERE / "config.json").read_text())


def train(samples: list, config: dict, seed: int, checkpoint: Path, label: str) -> Core:
    """Trains on all given samples; returns the network with the running average of its weights."""
    torch.manual_seed(seed)
    windows = Windows(build_pool(samples), config, seed)
    core = Core(**config["network"])
    average = {name: value.clone() for name, value in core.state_dict().items()}
    optimizer = torch.optim.AdamW(core.parameters(), config["learningRate"], weight_decay=config["weightDecay"])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, config["learningRate"], total_steps=config["steps"])
    begin = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        core.load_state_dict(saved["core"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        windows.random.set_state(saved["random"])
        torch.set_rng_state(saved["dropout"])
        average, begin = saved["average"], saved["step"]

    started, shown = time.time(), 0.0
    core.train()
    for step in range(begin, config["steps"]):
        hand, present, letter, letterness = windows.batch()
        logits, letterness_logit = core(hand, present)
        loss = nn.functional.cross_entropy(logits, letter, ignore_index=-1, label_smoothing=config["labelSmoothing"])
        asked = (letterness >= 0).float()
        doubt = nn.functional.binary_cross_entropy_with_logits(letterness_logit, letterness.clamp(min=0), asked, reduction="sum")
        total = loss + config["letternessWeight"] * doubt / asked.sum()
        optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(core.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        decay = min(config["averageDecay"], (step + 1) / (step + 10))
        for name, value in core.state_dict().items():
            average[name].lerp_(value, 1 - decay)
        shown += 0.02 * (loss.item() - shown) if shown else loss.item()
        done = step + 1
        if done % 100 == 0 or done == config["steps"]:
            left = (time.time() - started) / (done - begin) * (config["steps"] - done)
            print(f"{label} step {done}/{config['steps']} loss {shown:.3f} letterness {float(doubt / asked.sum()):.3f} ETA {left:.0f} s", file=sys.stderr, flush=True)
        if done % config["checkpointEvery"] == 0:
            checkpoint.parent.mkdir(parents=True, exist_ok=True)
            torch.save(
                {"core": core.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
                 "random": windows.random.get_state(), "dropout": torch.get_rng_state(), "average": average, "step": done},
                checkpoint,
            )
    core.load_state_dict(average)
    return core.eval()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--hold-out", nargs="*", default=[])
    parser.add_argument("--seed", type=int)
    parser.add_argument("--run", default="all")
    args = parser.parse_args()
    torch.set_num_threads(1)
    config = load_config()
    seed = config["seed"] if args.seed is None else args.seed
    samples = [s for s in load_samples(args.data) if s.signer not in args.hold_out]
    core = train(samples, config, seed, RUNS / f"{args.run}.checkpoint", args.run)
    torch.save(core.state_dict(), RUNS / f"{args.run}.pt")


if __name__ == "__main__":
    main()
