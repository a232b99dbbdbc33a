"""Tells how training goes, on stderr."""
import sys
import time

SLOWNESS = 0.02  # share of the newest loss in the one that is shown


class Progress:
    """A line every so many steps: the loss, smoothed, and the seconds left."""

    def __init__(self, label: str, begin: int, steps: int, every: int):
        self.label, self.begin, self.steps, self.every = label, begin, steps, every
        self.started, self.shown = time.time(), None

    def report(self, step: int, loss: float) -> None:
        """Notes the loss of a step; `step` is how many have been taken."""
        self.shown = loss if self.shown is None else self.shown + SLOWNESS * (loss - self.shown)
        if step % self.every == 0:
            left = (time.time() - self.started) / (step - self.begin) * (self.steps - step)
            text = f"{self.label} step {step}/{self.steps} loss {self.shown:.3f} ETA {left:.0f} s"
            print(text, file=sys.stderr, flush=True)
