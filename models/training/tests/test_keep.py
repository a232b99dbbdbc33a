"""Work that is kept."""
from pathlib import Path

import numpy as np
import pytest

from folds.keep import keep, read_kept


def failing() -> dict[str, np.ndarray]:
    raise RuntimeError


def test_work_is_done_once(tmp_path: Path) -> None:
    assert keep(tmp_path, "fold", lambda: {"value": np.arange(3)})
    assert not keep(tmp_path, "fold", failing)
    assert read_kept(tmp_path / "fold.npz")["value"].tolist() == [0, 1, 2]


def test_work_that_another_process_has_claimed_is_left_to_it(tmp_path: Path) -> None:
    (tmp_path / "fold.claimed").touch()
    assert not keep(tmp_path, "fold", failing)
    assert not (tmp_path / "fold.npz").exists()


def test_work_that_failed_can_be_tried_again(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        keep(tmp_path, "fold", failing)
    assert keep(tmp_path, "fold", lambda: {"value": np.zeros(1)})


def test_a_fold_is_claimed_while_it_is_worked_on(tmp_path: Path) -> None:
    def work() -> dict[str, np.ndarray]:
        assert not keep(tmp_path, "fold", failing)
        return {"value": np.zeros(1)}

    assert keep(tmp_path, "fold", work)
    assert not list(tmp_path.glob("*.claimed"))
