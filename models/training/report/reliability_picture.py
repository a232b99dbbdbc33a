"""Draws reliability.png."""
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

GRAY, BLUE, ORANGE = "#777777", "#0072B2", "#E69F00"  # told apart by color-blind people too


def draw_reliability(evaluation: dict, path: Path) -> None:
    """How often the best letter is right against what the model says of it, and how often it says so."""
    bins = evaluation["calibration"]["bins"]
    error = evaluation["calibration"]["expectedCalibrationError"]["mean"]
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(7, 8), sharex=True, height_ratios=[3, 1])
    draw_shares(upper, bins)
    title = "Reliability on signers the model has never seen"
    upper.set_title(f"{title}\nexpected calibration error {error:.3f}")
    draw_masses(lower, bins)
    for axes in (upper, lower):
        axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, dpi=100)


def draw_shares(axes: Axes, bins: list[dict]) -> None:
    """What was right against what was said."""
    said, was = ([b[key] for b in bins] for key in ("confidence", "accuracy"))
    axes.plot([0, 1], [0, 1], "--", color=GRAY, label="perfectly calibrated")
    axes.plot(said, was, "o-", color=BLUE, label="unseen signers")
    axes.set_ylabel("share that is right")
    axes.set_ylim(0, 1.02)
    axes.legend(loc="upper left")


def draw_masses(axes: Axes, bins: list[dict]) -> None:
    """How often each probability was said."""
    middles = [(b["from"] + b["to"]) / 2 for b in bins]
    axes.bar(middles, [b["share"] for b in bins], width=0.06, color=ORANGE)
    axes.set_yscale("log")
    axes.set_ylabel("share of windows\n(log scale)")
    axes.set_xlabel("probability of the best letter")
    axes.set_xlim(0, 1)
