"""All numbers of the model card."""
from report.accuracy_tables import (
    by_letter, by_signer, conditions, lengths_and_rates, repeated_folds, unseen_signers,
)
from report.hand_tables import my_hand, my_hand_by_person, verdict
from report.letterness_tables import false_letters, nonletter_windows
from report.motion_tables import frozen, waits


def card_numbers(evaluation: dict) -> str:
    """The part of MODEL_CARD.md that is written from evaluation.json."""
    parts = [
        intro(evaluation), unseen_signers(evaluation), by_signer(evaluation), by_letter(evaluation),
        my_hand(evaluation), my_hand_by_person(evaluation), verdict(evaluation),
        conditions(evaluation), *lengths_and_rates(evaluation), frozen(evaluation), waits(evaluation),
        repeated_folds(evaluation), false_letters(evaluation), nonletter_windows(evaluation),
    ]
    return "\n\n".join(part for part in parts if part)


def intro(evaluation: dict) -> str:
    """What all tables have in common."""
    seeds = len(evaluation["unseenSigners"]["accuracy"]["seeds"])
    several = f"{seeds} trainings per fold; ± is the standard deviation over seeds."
    return f"All in per cent unless a unit stands there; {several if seeds > 1 else '1 training per fold.'}"
