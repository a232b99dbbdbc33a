"""One run of the recipe: its data, its configuration and the folder of what it keeps."""
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import torch

from data.load_nonletters import load_nonletters
from data.load_samples import load_samples
from data.sample import Sample
from fitting.fit import fit
from folds.signers import EVERYBODY
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
    nonletters: Path  # hands that are no letter
    config: dict = field(default_factory=load_config)
    runs: Path = RUNS

    @cached_property
    def recipe(self) -> dict:
        """What evaluation.json says of the recipe."""
        return describe_recipe(self.config, self.data, self.nonletters)

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

    @cached_property
    def nonletter_samples(self) -> list[Sample]:
        """Every hand that is no letter and that config.json names."""
        return load_nonletters(self.nonletters, self.config["nonletters"])

    def cores(self, names: list[str], seed: int) -> dict[str, Core]:
        """The networks that have not seen these signers, or that have seen everybody, by name.

        From `NAME-SEED.pt` where that has been kept; the others are trained now, together.
        """
        missing = [name for name in names if not self.weights(name, seed).exists()]
        if missing:
            unseen = {name: set() if name == EVERYBODY else {name} for name in missing}
            hands = [*self.samples, *self.nonletter_samples]
            checkpoint = self.folder / f"{missing[0]}-and-{len(missing) - 1}-{seed}.checkpoint"
            for name, core in fit(hands, self.config, seed, unseen, checkpoint).items():
                torch.save(core.state_dict(), self.weights(name, seed))
            checkpoint.unlink(missing_ok=True)
        return {name: self.kept(name, seed) for name in names}

    def weights(self, name: str, seed: int) -> Path:
        """Where a network's weights are kept."""
        return self.folder / f"{name}-{seed}.pt"

    def kept(self, name: str, seed: int) -> Core:
        """A network that has been trained."""
        core = Core(**self.config["network"])
        core.load_state_dict(torch.load(self.weights(name, seed), weights_only=True))
        return core.eval()
