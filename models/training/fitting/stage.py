"""One stage of training."""
from typing import Callable

import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

from network.core import Core
from windows.hand_source import HandSource

LARGEST_GRADIENT = 1.0
Loss = Callable[[Core, HandSource, dict], torch.Tensor]


class Stage:
    """One stage of training, with a running average of the weights; can be saved and resumed at any step."""

    def __init__(self, name: str, core: Core, loss: Loss, config: dict):
        self.name, self.core, self.loss, self.config, self.plan = name, core, loss, config, config[name]
        groups = parameter_groups(core, self.plan)
        rates = [group["lr"] for group in groups]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config["weightDecay"], fused=True)
        self.schedule = OneCycleLR(self.optimizer, rates, total_steps=self.plan["steps"])
        self.average = {name: value.clone() for name, value in core.state_dict().items()}
        self.step = 0

    def state(self) -> dict:
        """Everything that restore() needs to go on, but for the batches."""
        return {
            "stage": self.name, "step": self.step, "core": self.core.state_dict(), "average": self.average,
            "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(),
            "dropout": torch.get_rng_state(),
        }

    def restore(self, saved: dict) -> None:
        """Goes back to a saved state."""
        self.step, self.average = saved["step"], saved["average"]
        self.core.load_state_dict(saved["core"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])
        torch.set_rng_state(saved["dropout"])

    def advance(self, source: HandSource) -> float:
        """One step; returns its loss."""
        loss = self.loss(self.core, source, self.config)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.core.parameters(), LARGEST_GRADIENT)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        self.add_to_average()
        return loss.item()

    def add_to_average(self) -> None:
        """Early on the average follows the weights fast, since they are still far from where they end."""
        decay = min(self.config["averageDecay"], self.step / (self.step + 9))
        torch._foreach_lerp_(list(self.average.values()), list(self.core.state_dict().values()), 1 - decay)


def parameter_groups(core: Core, plan: dict) -> list[dict]:
    """The encoder learns at a rate of its own."""
    named = list(core.named_parameters())
    encoder = [parameter for name, parameter in named if name.startswith("encode.")]
    others = [parameter for name, parameter in named if not name.startswith("encode.")]
    rate = plan["learningRate"]
    return [{"params": encoder, "lr": rate * plan["encoderRate"]}, {"params": others, "lr": rate}]
