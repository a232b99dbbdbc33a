"""Draws people.png."""
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

GRAY, BLUE = "#999999", "#0072B2"
LEAST = 80  # per cent, where the axis begins
SIZE, DOTS = (9, 8.5), 90


def draw_people(evaluation: dict, path: Path) -> None:
    """Every person as a line: read as a stranger, and once they have shown each letter."""
    hand = evaluation["myHand"]
    people = sorted(hand["bySigner"].items(), key=lambda person: person[1]["before"])
    before, after = ([100 * own[way] for _, own in people] for way in ("before", "everyLetter"))
    rows = range(len(people))
    figure, axes = plt.subplots(figsize=SIZE)
    axes.hlines(rows, before, after, color=BLUE, linewidth=3, alpha=0.35)
    axes.scatter(before, rows, s=50, color=GRAY, label="a person the model has never seen", zorder=3)
    axes.scatter(after, rows, s=50, color=BLUE, label="the same person, each letter shown once", zorder=4)
    axes.set_yticks(rows, [f"person {len(people) - row}" for row in rows], fontsize=8)
    axes.set_xlim(min(LEAST, min(before) - 2), 100.6)
    axes.set_xlabel("letters read right, per cent")
    axes.set_title(title(hand))
    axes.grid(axis="x", alpha=0.3)
    axes.legend(loc="lower left" if min(before) > LEAST + 8 else "center left")
    figure.tight_layout()
    figure.savefig(path, dpi=DOTS)


def title(hand: dict) -> str:
    """What the picture shows."""
    means = f"{100 * hand['before']:.1f} → {100 * hand['everyLetter']['mean']:.1f} % on average"
    return f'Reading people, before and after "my hand"\n{means}, {len(hand["bySigner"])} people'
