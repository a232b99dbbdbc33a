"""Draws confusion.png."""
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from data.alphabet import LETTERS

LEAST_SHOWN = 0.5  # per cent
DARK_TEXT_OVER = 25  # per cent, where the color is light


def draw_confusion(evaluation: dict, path: Path) -> None:
    """True letters down, read letters across, in per cent of the true letter; every signer counts alike."""
    percent = 100 * np.array(evaluation["confusion"])
    figure, axes = plt.subplots(figsize=(11, 10))
    image = axes.imshow(percent, cmap="cividis", norm=matplotlib.colors.PowerNorm(0.4, 0, 100))
    axes.set_xticks(range(26), LETTERS)
    axes.set_yticks(range(26), LETTERS)
    axes.tick_params(top=True, labeltop=True)
    write_numbers(axes, percent)
    axes.set_xlabel("letter read")
    axes.set_ylabel("letter signed")
    label = "per cent of the signed letter"
    figure.colorbar(image, ax=axes, label=label, shrink=0.8, ticks=[0, 1, 5, 20, 50, 100])
    axes.set_title(title(evaluation), pad=28)
    figure.tight_layout()
    figure.savefig(path, dpi=100)


def write_numbers(axes: Axes, percent: np.ndarray) -> None:
    """Writes the shares that are worth it into their fields."""
    for signed, read in np.argwhere(percent >= LEAST_SHOWN):
        value = percent[signed, read]
        color = "black" if value > DARK_TEXT_OVER else "white"
        axes.text(read, signed, f"{value:.0f}", ha="center", va="center", fontsize=8, color=color)


def title(evaluation: dict) -> str:
    """What the picture shows."""
    folds, seeds = len(evaluation["bySigner"]), len(evaluation["unseenSigners"]["accuracy"]["seeds"])
    how = f"leave one out, {folds} folds, seeds: {seeds}"
    return f"Signers the model has never seen ({how}), every signer alike"
