"""From kept folds to evaluation.json."""
import json
from pathlib import Path

import numpy as np
import pytest

from folds.run import Run
from made_folds import SIGNERS, ann, made_folds
from summary import write_summary as writing
from summary.kept_folds import read_complete
from summary.repeated_folds import repeated_folds
from summary.summarize import summarize
from summary.write_summary import write_summary
from written_data import write_source

FILE = "someone.safetensors"


@pytest.fixture
def run(tmp_path: Path, config: dict) -> Run:
    """A run whose folder holds the folds made by hand."""
    write_source(tmp_path, FILE, [np.ones((1, 21, 3))], [0])
    run = Run(tmp_path, tmp_path, {**config, "sources": [FILE]}, tmp_path / "runs")
    for (signer, seed), found in made_folds().found.items():
        np.savez(run.folder / f"{signer}-{seed}.npz", **found)
    return run


def keep_third_seed(run: Run) -> None:
    wrong = {**ann(0), "headline/letter": np.array([0, 0, 0, 0])}
    np.savez(run.folder / "ann-2.npz", **wrong)


def test_a_run_is_kept_under_its_digest(run: Run) -> None:
    assert run.folder.name == run.recipe["digest"]
    assert [sample.signer for sample in run.samples] == ["someone"]


def test_only_complete_seeds_are_summed_up(run: Run) -> None:
    keep_third_seed(run)
    assert read_complete(run.folder, SIGNERS).seeds == [0, 1]


def test_without_a_complete_seed_there_is_no_summary(run: Run) -> None:
    with pytest.raises(ValueError, match="expected every fold of at least one seed"):
        read_complete(run.folder, [*SIGNERS, "eve"])


def test_folds_of_other_seeds_stand_beside_the_first(run: Run) -> None:
    folds = read_complete(run.folder, SIGNERS)
    assert repeated_folds(run.folder, folds) == {}
    keep_third_seed(run)
    assert repeated_folds(run.folder, folds) == {"repeatedFolds": {
        "bySigner": {"ann": {"first": 0.75, "again": 0.25}},
        "meanFirst": 0.75, "meanAgain": 0.25, "sdOfOneFold": 0.3536,
    }}


def test_the_file_holds_recipe_figures_and_the_temperature(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "SIGNERS", SIGNERS)
    returned = write_summary(run, tmp_path / "evaluation.json")
    written = json.loads((tmp_path / "evaluation.json").read_text())
    assert list(written)[:2] == ["protocol", "recipe"] and "leave one signer out" in written["protocol"]
    assert written["recipe"] == run.recipe
    assert written["unseenSigners"] == summarize(made_folds())["unseenSigners"]
    assert written["calibration"] == returned["calibration"]
