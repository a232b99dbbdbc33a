"""Draws confusion.png and reliability.png from evaluation.json: python plots.py"""
import json
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

from data import LETTERS

LETTERS_FOLDER = Path(__file__).parent.parent / "letters"


def draw_confusion(evaluation: dict, path: Path):
    """True letters down, read letters across, in per cent of the true letter; every signer counts alike."""
    percent = 100 * np.array(evaluation["confusion"])
    figure, axes = plt.subplots(figsize=(11, 10))
    image = axes.imshow(percent, cmap="cividis", norm=matplotlib.colors.PowerNorm(0.4, 0, 100))
    axes.set_xticks(range(26), LETTERS)
    axes.set_yticks(range(26), LETTERS)
    axes.tick_params(top=True, labeltop=True)
    for i in range(26):
        for j in range(26):
            if percent[i, j] >= 0.5:
                axes.text(j, i, f"{percent[i, j]:.0f}", ha="center", va="center", fontsize=8, color="black" if percent[i, j] > 25 else "white")
    axes.set_xlabel("letter read")
    axes.set_ylabel("letter signed")
    figure.colorbar(image, ax=axes, label="per cent of the signed letter", shrink=0.8, ticks=[0, 1, 5, 20, 50, 100])
    accuracy = evaluation["unseenSigners"]["accuracy"]
    axes.set_title(f"Signers the model has never seen (leave one out, {len(evaluation['bySigner'])} folds, seeds: {len(accuracy['seeds'])}), every signer alike", pad=28)
    figure.tight_layout()
    figure.savefig(path, dpi=100)


def draw_reliability(evaluation: dict, path: Path):
    """How often the best letter is right against what the model says of it, and how often it says so."""
    bins = evaluation["calibration"]["bins"]
    said, was, mass = (np.array([b[k] for b in bins]) for k in ("confidence", "accuracy", "share"))
    figure, (upper, lower) = plt.subplots(2, 1, figsize=(7, 8), sharex=True, height_ratios=[3, 1])
    upper.plot([0, 1], [0, 1], "--", color="#777777", label="perfectly calibrated")
    upper.plot(said, was, "o-", color="#0072B2", label="unseen signers")
    upper.set_ylabel("share that is right")
    upper.set_ylim(0, 1.02)
    upper.legend(loc="upper left")
    error = evaluation["calibration"]["expectedCalibrationError"]["mean"]
    upper.set_title(f"Reliability on signers the model has never seen\nexpected calibration error {error:.3f}")
    lower.bar([(b["from"] + b["to"]) / 2 for b in bins], mass, width=0.06, color="#E69F00")
    lower.set_yscale("log")
    lower.set_ylabel("share of windows\n(log scale)")
    lower.set_xlabel("probability of the best letter")
    lower.set_xlim(0, 1)
    for axes in (upper, lower):
        axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, dpi=100)


def main():
    evaluation = json.loads((LETTERS_FOLDER / "evaluation.json").read_text())
    draw_confusion(evaluation, LETTERS_FOLDER / "confusion.png")
    draw_reliability(evaluation, LETTERS_FOLDER / "reliability.png")


if __name__ == "__main__":
    main()
