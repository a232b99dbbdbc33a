"""The card's tables of accuracy."""
from report.markdown import percent, section, spread, table


def unseen_signers(evaluation: dict) -> str:
    """The headline."""
    unseen, hands, calibration = (evaluation[key] for key in ("unseenSigners", "hands", "calibration"))
    together = [["the seeds' probabilities averaged (not shipped)", percent(unseen["seedsTogether"])]]
    several_seeds = len(unseen["accuracy"]["seeds"]) > 1
    return section("On signers the model has never seen", table(["measure", "value"], [
        ["accuracy, mean over signers", f"**{spread(unseen['accuracy'])}**"],
        ["the same, every letter of a signer counting alike", spread(unseen["lettersAlike"])],
        [f"worst signer ({unseen['worstSigner']['signer']})", spread(unseen["worstSigner"])],
        [f"J ({unseen['signersOfJ']} signers)", percent(unseen["J"])],
        [f"Z ({unseen['signersOfZ']} signers)", percent(unseen["Z"])],
        *(together if several_seeds else []),
        ["left hands, right hands as recorded (all samples alike)",
         f"{percent(hands['left'])}, {percent(hands['right'])}"],
        ["largest change of a logit when mirrored into the other slot",
         f"{hands['mirroredLargestLogitDifference']:.1e} (logit units)"],
        ["expected calibration error", f"{calibration['expectedCalibrationError']['mean']:.3f} (0 to 1)"],
        ["temperature in the graph", f"{calibration['temperature']:.2f}"],
    ]))


def by_signer(evaluation: dict) -> str:
    """One row a fold."""
    head = ["fold", "samples", "letters", "accuracy", "J", "Z", "letterness ≥ 0.5"]
    return section("By signer", table(head, [
        [signer, own["samples"], own["letters"], spread(own["accuracy"]),
         *(percent(own[key]) for key in ("J", "Z", "letternessOver"))]
        for signer, own in evaluation["bySigner"].items()
    ]))


def by_letter(evaluation: dict) -> str:
    """One row a letter."""
    return section("By letter", table(["letter", "signers", "read right", "taken for (per cent)"], [
        [letter, own["signers"], percent(own["accuracy"]),
         ", ".join(f"{other} {100 * share:.0f}" for other, share in own["readAs"].items())]
        for letter, own in evaluation["byLetter"].items()
    ]))


def conditions(evaluation: dict) -> str:
    """One row a condition."""
    rows = [[name, percent(share)] for name, share in evaluation["conditions"].items()]
    title = "Under other conditions (fewer samples of each signer)"
    return section(title, table(["condition", "accuracy"], rows))


def lengths_and_rates(evaluation: dict) -> list[str]:
    """A table for still letters and one for J and Z."""
    titles = {"stillLetters": "Still letters"}
    return [
        section(f"{titles.get(kind, kind)}: frames in the window and camera rate", table(
            ["", *next(iter(rows.values()))],
            [[length, *map(percent, of_rates.values())] for length, of_rates in rows.items()],
        ))
        for kind, rows in evaluation["lengthsAndRates"].items()
    ]


def repeated_folds(evaluation: dict) -> str:
    """One row a fold, if any fold was repeated with a seed that is not complete."""
    again = evaluation.get("repeatedFolds")
    if again is None:
        return ""
    head = ["fold", "first seed", "second seed"]
    folds = again["bySigner"].items()
    return section("Every fold trained again, with another seed", table(head, [
        *([signer, percent(own["first"]), percent(own["again"])] for signer, own in folds),
        ["mean of these", percent(again["meanFirst"]), percent(again["meanAgain"])],
        ["standard deviation of one fold over seeds (points)", percent(again["sdOfOneFold"]), ""],
    ]))
