"""The card's tables of what is no letter."""
from report.markdown import percent, section, table


def false_letters(evaluation: dict) -> str:
    """One row a kind of stream, one column a threshold; last how many true letters each lets through."""
    letterness = evaluation["letterness"]
    by_threshold = letterness["falseLettersPerMinute"]
    through = letterness["lettersAtOrOver"]
    kinds = next(iter(by_threshold.values()))
    rows = [[kind, *(f"{own[kind]:.1f}" for own in by_threshold.values())] for kind in kinds]
    let_through = ["true letters let through (per cent)", *map(percent, through.values())]
    recorded = letterness["recordedNonlettersAtOrOver"]
    real = ["recorded digits of unseen people let through (per cent)", *map(percent, recorded.values())]
    title = "Not a letter: false letters per minute, by letterness threshold"
    return section(title, table(["stream", *by_threshold], [*rows, let_through, real]))


def nonletter_windows(evaluation: dict) -> str:
    """One row a kind of window."""
    shares = evaluation["letterness"]["nonletterWindowsAtOrOver0.5"]
    rows = [[kind, percent(share)] for kind, share in shares.items()]
    return section("Not a letter: windows with letterness ≥ 0.5", table(["window", "per cent"], rows))
