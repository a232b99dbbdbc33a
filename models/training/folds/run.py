"""One run of the recipe: its data, its configuration and the folder of what it keeps."""
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import torch

from data.load_samples import load_samples
from data.sample import Sample
from fitting.fit import fit
from network.core import Core
from recipe.config import load_config
from recipe.digest import describe_recipe
from recipe.paths import RUNS


@dataclass
class Run:
    """The recipe on one folder of data. Weights of another configuration, code or data are never mixed in.

    What the probes measured is kept in the same folder: delete the .npz files when probes change.
    """

    data: Path
    config: dict = field(default_factory=load_config)
    runs: Path = RUNS

    @cached_property
    def recipe(self) -> dict:
        """What evaluation.json says of the recipe."""
        return describe_recipe(self.config, self.data)

    @cached_property
    def folder(self) -> Path:
        """Where everything of this recipe is kept."""
        folder = self.runs / self.recipe["digest"]
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @cached_property
    def samples(self) -> list[Sample]:
        """Every sample of the sources that config.json names."""
        return load_samples(self.data, self.config["sources"])

    def core(self, name: str, samples: list[Sample], seed: int) -> Core:
        """The network of this name: from `name`.pt if it has been trained, else trained now."""
        weights, checkpoint = self.folder / f"{name}.pt", self.folder / f"{name}.checkpoint"
        if weights.exists():
            core = Core(**self.config["network"])
            core.load_state_dict(torch.load(weights, weights_only=True))
            return core.eval()
        core = fit(samples, self.config, seed, checkpoint, name)
        torch.save(core.state_dict(), weights)
        checkpoint.unlink(missing_ok=True)
        return core
