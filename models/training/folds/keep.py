"""Work that is done once and kept, by one process of several."""
from pathlib import Path
from typing import Callable

import numpy as np

Arrays = dict[str, np.ndarray]


def keep(folder: Path, name: str, work: Callable[[], Arrays]) -> bool:
    """Keeps what work() gives as `name`.npz; false when it is kept already or another process is at it."""
    kept, claim = folder / f"{name}.npz", folder / f"{name}.claimed"
    if kept.exists():
        return False
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    try:
        np.savez_compressed(kept, **work())
    finally:
        claim.unlink()
    return True


def read_kept(path: Path) -> Arrays:
    """The arrays of a kept file by name."""
    with np.load(path) as stored:
        return dict(stored)
