"""How well letters and what is none are told apart."""
import numpy as np

from measures.false_letters import false_letters
from measures.shares import over_signers, rounded
from measures.thresholds import THRESHOLD, THRESHOLDS
from probes.streams.nonletter_streams import STREAM_RATE, STREAM_SECONDS
from summary.kept_folds import KeptFolds

CLIP, STREAM = "nonletters/clip ", "nonletters/stream "
SECONDS_PER_MINUTE = 60


def letterness(folds: KeptFolds, temperature: float) -> dict:
    """`letterness`."""
    clips, streams = kinds(folds, CLIP, ""), kinds(folds, STREAM, " logits")
    return {
        "lettersAtOrOver": {str(t): at_or_over(folds, "headline/letterness", t) for t in THRESHOLDS},
        f"nonletterWindowsAtOrOver{THRESHOLD}": {
            kind: at_or_over(folds, CLIP + kind, THRESHOLD) for kind in clips
        },
        "falseLettersPerMinute": {
            str(t): {kind: per_minute(folds, kind, temperature, t) for kind in streams} for t in THRESHOLDS
        },
        "recordedNonlettersAtOrOver": {
            str(t): at_or_over(folds, "recorded/letterness", t) for t in THRESHOLDS
        },
        "streamRate": STREAM_RATE,
    }


def kinds(folds: KeptFolds, prefix: str, suffix: str) -> list[str]:
    """The kinds of clips or streams that any signer has."""
    names = {name for found in folds.found.values() for name in found}
    chosen = [name for name in names if name.startswith(prefix) and name.endswith(suffix)]
    return sorted(name.removeprefix(prefix).removesuffix(suffix) for name in chosen)


def at_or_over(folds: KeptFolds, name: str, threshold: float) -> float | None:
    """How many windows of an array of letterness would be shown."""
    return over_signers(folds.measured(name, lambda values: (values >= threshold).mean()))


def per_minute(folds: KeptFolds, kind: str, temperature: float, threshold: float) -> float:
    """Letters that one kind of stream shows in a minute, mean over folds."""
    name = STREAM + kind
    shown = [
        false_letters(found[f"{name} logits"], found[f"{name} letterness"], temperature, threshold)
        for found in folds.found.values()
        if f"{name} logits" in found
    ]
    return rounded(np.mean(shown) / (STREAM_SECONDS / SECONDS_PER_MINUTE), 2)
