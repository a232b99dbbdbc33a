"""One network in training."""
import torch
from torch import nn
from torch.optim.lr_scheduler import OneCycleLR

from fitting.rows import Rows, without
from fitting.stages import StageKind
from network.core import Core

LARGEST_GRADIENT = 1.0


class Trainee:
    """One network at one stage of training, with a running average of its weights. It never sees anything of
    the signers `unseen` (bits). Can be saved and resumed at any step."""

    def __init__(self, core: Core, unseen: int, kind: StageKind, config: dict):
        self.core, self.unseen, self.kind, self.config = core, unseen, kind, config
        plan = config[kind.name]
        groups = parameter_groups(core, kind, plan)
        self.parameters = [parameter for group in groups for parameter in group["params"]]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config["weightDecay"], fused=True)
        rates = [group["lr"] for group in groups]
        self.schedule = OneCycleLR(self.optimizer, rates, total_steps=plan["steps"])
        self.average = {name: value.clone() for name, value in core.state_dict().items()}

    def state(self) -> dict:
        """Everything that restore() needs to go on."""
        return {
            "core": self.core.state_dict(), "average": self.average,
            "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(),
        }

    def restore(self, saved: dict) -> None:
        """Goes back to a saved state."""
        self.average = saved["average"]
        self.core.load_state_dict(saved["core"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.schedule.load_state_dict(saved["schedule"])

    def advance(self, rows: Rows, step: int) -> float:
        """Learns from a batch, the step-th one; returns the loss."""
        loss = self.kind.loss(self.core, without(rows, self.unseen), self.config)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, LARGEST_GRADIENT)
        self.optimizer.step()
        self.schedule.step()
        self.add_to_average(step)
        return loss.item()

    def add_to_average(self, step: int) -> None:
        """Early on the average follows the weights fast, since they are still far from where they end."""
        decay = min(self.config["averageDecay"], step / (step + 9))
        torch._foreach_lerp_(list(self.average.values()), list(self.core.state_dict().values()), 1 - decay)


def parameter_groups(core: Core, kind: StageKind, plan: dict) -> list[dict]:
    """What the stage trains, each part at its own share of the rate."""
    named = list(core.named_parameters())
    return [
        {
            "params": [parameter for name, parameter in named if name.split(".")[0] == part],
            "lr": plan["learningRate"] * share,
        }
        for part, share in kind.parts.items()
    ]
