"""Draws corrections.png."""
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

GRAY, BLUE, ORANGE, GREEN = "#999999", "#0072B2", "#D55E00", "#009E73"
SIZE, DOTS = (9, 6.5), 90
LINES = [  # field, what it is, the aim, its color
    ("true", "another letter shown: the correction is true", 95, BLUE),
    ("leftAlone", "the letter itself shown: nothing is corrected", 97, GREEN),
    ("raised", "the correction followed: the letter gets likelier", 90, ORANGE),
]


def draw_corrections(evaluation: dict, path: Path) -> None:
    """What corrections are worth, by the letter that is asked, on people who were not measured."""
    letters = sorted(evaluation["letters"])
    figure, axes = plt.subplots(len(LINES) + 1, 1, figsize=SIZE, sharex=True)
    for axis, (field, name, aim, color) in zip(axes, LINES):
        bars(axis, letters, [evaluation["letters"][letter][field] for letter in letters], color)
        axis.axhline(aim, color=GRAY, linewidth=1, linestyle="--")
        axis.set_ylim(80, 100.5)
        axis.set_title(f"{name}: {100 * evaluation[field]:.1f} % (aim {aim})", fontsize=9, loc="left")
    shares = [evaluation["letters"][letter]["corrected"] for letter in letters]
    bars(axes[-1], letters, shares, GRAY)
    title = f"another letter shown: there is a correction at all: {100 * evaluation['corrected']:.1f} %"
    axes[-1].set_title(title, fontsize=9, loc="left")
    axes[-1].set_ylim(0, 102)
    figure.suptitle("What to correct, by asked letter, per cent, on people who were never measured")
    figure.tight_layout()
    figure.savefig(path, dpi=DOTS)


def bars(axis: plt.Axes, letters: list[str], shares: list[float | None], color: str) -> None:
    """One bar for each letter that has a share."""
    known = [(letter, 100 * share) for letter, share in zip(letters, shares) if share is not None]
    axis.bar(letters, [0] * len(letters))
    axis.bar([letter for letter, _ in known], [share for _, share in known], color=color)
    axis.tick_params(labelsize=8)
