"""Writes the numbers of evaluation.json into MODEL_CARD.md, between its two markers: python card.py"""
import json
from pathlib import Path

LETTERS_FOLDER = Path(__file__).parent.parent / "letters"
BEGIN, END = "<!-- numbers: written by models/training/card.py -->", "<!-- end of numbers -->"


def percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def spread(value: dict) -> str:
    """A mean with its standard deviation over seeds, in per cent."""
    return percent(value["mean"]) + (f" ± {percent(value['sd'])}" if value["sd"] is not None else "")


def table(head: list[str], rows: list[list]) -> str:
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in [head, ["---"] * len(head), *rows]]
    return "\n".join(lines)


def numbers(e: dict) -> str:
    unseen, calibration, letterness = e["unseenSigners"], e["calibration"], e["letterness"]
    seeds = len(unseen["accuracy"]["seeds"])
    parts = [f"All in per cent unless a unit stands there; {seeds} training{'s' if seeds > 1 else ''} per fold" + ("; ± is the standard deviation over seeds." if seeds > 1 else ".")]
    parts.append("### On signers the model has never seen\n\n" + table(["measure", "value"], [
        ["accuracy, mean over signers", f"**{spread(unseen['accuracy'])}**"],
        ["the same, every letter of a signer counting alike", spread(unseen["lettersAlike"])],
        [f"worst signer ({unseen['worstSigner']['signer']})", spread(unseen["worstSigner"])],
        [f"J ({unseen['signersOfJ']} signers)", percent(unseen["J"])], [f"Z ({unseen['signersOfZ']} signers)", percent(unseen["Z"])],
        *([["the seeds' probabilities averaged (not shipped)", percent(unseen["seedsTogether"])]] if seeds > 1 else []),
        ["left hands, right hands as recorded (all samples alike)", f"{percent(e['hands']['left'])}, {percent(e['hands']['right'])}"],
        ["largest change of a logit when mirrored into the other slot", f"{e['hands']['mirroredLargestLogitDifference']:.1e} (logit units)"],
        ["expected calibration error", f"{calibration['expectedCalibrationError']['mean']:.3f} (0 to 1)"],
        ["temperature in the graph", f"{calibration['temperature']:.2f}"],
    ]))
    parts.append("### By signer\n\n" + table(["fold", "samples", "letters", "accuracy", "J", "Z", "letterness ≥ 0.5"], [
        [s, b["samples"], b["letters"], spread(b["accuracy"]), percent(b["J"]), percent(b["Z"]), percent(b["letternessOver"])] for s, b in e["bySigner"].items()
    ]))
    parts.append("### By letter\n\n" + table(["letter", "signers", "read right", "taken for (per cent)"], [
        [c, b["signers"], percent(b["accuracy"]), ", ".join(f"{k} {100 * v:.0f}" for k, v in b["readAs"].items())] for c, b in e["byLetter"].items()
    ]))
    parts.append("### Under other conditions (fewer samples of each signer)\n\n" + table(["condition", "accuracy"], [[k, percent(v)] for k, v in e["conditions"].items()]))
    for kind, rows in e["lengthsAndRates"].items():
        title = "Still letters" if kind == "stillLetters" else kind
        parts.append(f"### {title}: frames in the window and camera rate\n\n" + table(["", *next(iter(rows.values()))], [[k, *map(percent, row.values())] for k, row in rows.items()]))
    parts.append("### Held J and Z\n\n" + table(["hand", "windows", "read as"], [
        [name, v["windows"], ", ".join([f"{k.removeprefix('read as ')} {percent(share)}" for k, share in v.items() if k.startswith("read as")] + [f"{k} {percent(share)}" for k, share in v["others"].items()])]
        for name, v in e["frozen"].items()
    ]))
    parts.append("### Frames until the first right letter\n\n" + table(["letters", "median", "90th percentile", "within 8 frames", "never in 32 frames"], [
        ["still" if k == "stillLetters" else k, f"{v['median']} frames", "never" if v["p90"] == 99 else f"{v['p90']} frames", percent(v["within8"]), percent(v["neverIn32"])] for k, v in e["framesUntilFirstRight"].items()
    ]))
    if "repeatedFolds" in e:
        again = e["repeatedFolds"]
        parts.append("### Every fold trained again, with another seed\n\n" + table(["fold", "first seed", "second seed"], [
            *([s, percent(v["first"]), percent(v["again"])] for s, v in again["bySigner"].items()),
            ["mean of these", percent(again["meanFirst"]), percent(again["meanAgain"])], ["standard deviation of one fold over seeds (points)", percent(again["sdOfOneFold"]), ""],
        ]))
    kinds = list(next(iter(letterness["falseLettersPerMinute"].values())))
    parts.append("### Not a letter: false letters per minute, by letterness threshold\n\n" + table(["stream", *letterness["falseLettersPerMinute"]], [
        [kind, *(f"{row[kind]:.1f}" for row in letterness["falseLettersPerMinute"].values())] for kind in kinds
    ] + [["true letters let through (per cent)", *map(percent, letterness["lettersAtOrOver"].values())]]))
    parts.append("### Not a letter: windows with letterness ≥ 0.5\n\n" + table(["window", "per cent"], [[k, percent(v)] for k, v in letterness["nonletterWindowsAtOrOver0.5"].items()]))
    carried = {k: v for k, v in e["whatEachSourceCarries"].items() if k.startswith("without")}
    if carried:
        names = e["whatEachSourceCarries"]["unseen"]
        parts.append("### What each source carries (one seed; all four columns unseen)\n\n" + table(["trained", *names, "mean"], [
            [k, *(percent(v["bySigner"][s]) for s in names), percent(v["mean"])] for k, v in carried.items()
        ]))
    if "mean" in e["signersMixed"]:
        parts.append(f"### Signers mixed: not a measure of quality\n\nWith a random fifth of all samples tested and the rest trained on, the same recipe \"reaches\" {percent(e['signersMixed']['mean'])}. The test then holds the same people, cameras and minutes as the training; the number says nothing about a new person.")
    return "\n\n".join(parts)


def main():
    card = LETTERS_FOLDER / "MODEL_CARD.md"
    text = card.read_text()
    head, rest = text.split(BEGIN)
    evaluation = json.loads((LETTERS_FOLDER / "evaluation.json").read_text())
    card.write_text(f"{head}{BEGIN}\n\n{numbers(evaluation)}\n\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
