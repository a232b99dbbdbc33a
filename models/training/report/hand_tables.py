"""The card's tables of "my hand" and of the verdict."""
from report.markdown import percent, section, table

WAYS = {"everyLetter": "one sample of every still letter", "threeWorst": "of their three worst letters alone"}


def my_hand(evaluation: dict) -> str:
    """Three rows: nothing taught, every letter, the three worst."""
    hand = evaluation["myHand"]
    before = [own["before"] for own in hand["bySigner"].values()]
    head = ["taught", "mean over people", "worst person", "errors gone", "who loses most (points)"]
    rows = [["nothing", percent(hand["before"]), percent(min(before)), "", ""]]
    for way, name in WAYS.items():
        own = hand[way]
        rows.append([name, *(percent(own[key]) for key in ("mean", "worst", "errorsGone", "mostHarm"))])
    title = f"My hand: {len(before)} people, means of {hand['draws']} draws of the samples"
    return section(title, table(head, rows))


def my_hand_by_person(evaluation: dict) -> str:
    """One row a person."""
    rows = [
        [person, *(percent(own[way]) for way in ("before", *WAYS))]
        for person, own in evaluation["myHand"]["bySigner"].items()
    ]
    return section("My hand, by person", table(["person", "nothing taught", "every letter", "three worst"], rows))


def verdict(evaluation: dict) -> str:
    """One row a letter."""
    found = evaluation["verdict"]
    head = ["asked", "mark", "look-alikes", "passed within 2 s", "other letters passed", "nearest passed"]
    rows = [
        [letter, own["shown"], " ".join(own["lookalikes"]), percent(own["truePassed"]),
         f"{100 * own['othersPassed']:.2f}", f"{own['nearest']} {percent(own['nearestPassed'])}"]
        for letter, own in found["letters"].items()
    ]
    all_of_them = [
        "**all**", "", "", f"**{percent(found['truePassed'])}**", f"**{100 * found['othersPassed']:.2f}**", "",
    ]
    return section(
        f"The asked letter: smoothed probability at its mark for {found['hold']} readings running",
        table(head, [*rows, all_of_them]),
    )
