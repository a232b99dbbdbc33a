"""The card's words on sources and on mixed signers."""
from report.markdown import percent, section, table


def carried(evaluation: dict) -> str:
    """One row a model that lacks a source, if any was trained."""
    found = evaluation["whatEachSourceCarries"]
    names = found["unseen"]
    rows = [
        [name, *(percent(own["bySigner"][signer]) for signer in names), percent(own["mean"])]
        for name, own in found.items()
        if name.startswith("without")
    ]
    title = "What each source carries (one seed; all four columns unseen)"
    return section(title, table(["trained", *names, "mean"], rows)) if rows else ""


def signers_mixed(evaluation: dict) -> str:
    """What such a split would have claimed, if it was tried."""
    mixed = evaluation["signersMixed"]
    if "mean" not in mixed:
        return ""
    return section("Signers mixed: not a measure of quality", (
        "With a random fifth of all samples tested and the rest trained on, the same recipe "
        f"\"reaches\" {percent(mixed['mean'])}. The test then holds the same people, cameras and minutes "
        "as the training; the number says nothing about a new person."
    ))
