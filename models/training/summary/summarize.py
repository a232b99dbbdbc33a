"""All numbers that come from leaving one signer out."""
from measures.shares import rounded
from summary.by_letter import by_letter, mean_confusion
from summary.by_signer import by_signer
from summary.calibration import calibration, one_temperature, temperature_by_seed
from summary.conditions import conditions
from summary.frozen import frozen
from summary.hands import hands
from summary.kept_folds import KeptFolds
from summary.lengths_and_rates import lengths_and_rates
from summary.letterness import letterness
from summary.my_hand import my_hand
from summary.unseen_signers import unseen_signers
from summary.verdicts import verdicts
from summary.waits import waits


def summarize(folds: KeptFolds) -> dict:
    """Section of evaluation.json -> its numbers; models/letters/README.md says what each means."""
    signers, confused = by_signer(folds), mean_confusion(folds)
    temperatures = temperature_by_seed(folds)
    temperature = one_temperature(temperatures)
    return {
        "unseenSigners": unseen_signers(folds, signers),
        "bySigner": signers,
        "byLetter": by_letter(folds, confused),
        "confusion": [[rounded(value) for value in row] for row in confused],
        "hands": hands(folds),
        "calibration": calibration(folds, temperatures),
        "conditions": conditions(folds),
        "lengthsAndRates": lengths_and_rates(folds),
        "frozen": frozen(folds),
        "framesUntilFirstRight": waits(folds, temperature),
        "letterness": letterness(folds, temperature),
        "myHand": my_hand(folds, temperature),
        "verdict": verdicts(folds, temperature),
    }
