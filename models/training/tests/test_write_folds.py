"""Networks that have not seen somebody, as files."""
from pathlib import Path

import numpy as np

from data.product_window import WINDOW
from export.session import session
from folds.run import Run
from folds.write_folds import write_folds
from network.core import Core


class KeptRun(Run):
    """A run whose networks are there already."""

    def __init__(self, core: Core):
        super().__init__(Path("nowhere"), Path("nowhere"))
        self.core, self.asked = core, []

    def cores(self, names: list[str], seed: int) -> dict[str, Core]:
        self.asked.append((names, seed))
        return {name: self.core for name in names}


def test_each_signer_has_a_file_of_its_own_and_everybody_has_none(core: Core, tmp_path: Path) -> None:
    run = KeptRun(core)
    write_folds(run, ["ann", "all", "bob"], tmp_path / "folds")
    assert run.asked == [(["ann", "bob"], run.config["seed"])]
    assert sorted(file.name for file in (tmp_path / "folds").iterdir()) == ["ann.onnx", "bob.onnx"]
    window = np.random.default_rng(0).normal(size=(1, WINDOW, 42, 3)).astype(np.float32)
    (probabilities,) = session(tmp_path / "folds" / "ann.onnx").run(["probabilities"], {"landmarks": window})
    np.testing.assert_allclose(probabilities.sum(), 1, atol=1e-5)
