"""The card's tables of held J and Z, and of waiting."""
from measures.first_right import NEVER
from report.markdown import percent, section, table

READ_AS = "read as "


def frozen(evaluation: dict) -> str:
    """What held J and Z are read as."""
    rows = [[name, own["windows"], readings(own)] for name, own in evaluation["frozen"].items()]
    return section("Held J and Z", table(["hand", "windows", "read as"], rows))


def readings(own: dict) -> str:
    """Letters and how often each is read."""
    named = {key.removeprefix(READ_AS): share for key, share in own.items() if key.startswith(READ_AS)}
    return ", ".join(f"{letter} {percent(share)}" for letter, share in {**named, **own["others"]}.items())


def waits(evaluation: dict) -> str:
    """How long still letters, and J and Z, take."""
    head = ["letters", "median", "90th percentile", "within 8 frames", "never in 32 frames"]
    return section("Frames until the first right letter", table(head, [
        ["still" if kind == "stillLetters" else kind, f"{own['median']} frames", frames(own["p90"]),
         percent(own["within8"]), percent(own["neverIn32"])]
        for kind, own in evaluation["framesUntilFirstRight"].items()
    ]))


def frames(count: int) -> str:
    """A wait in words."""
    return "never" if count == NEVER else f"{count} frames"
