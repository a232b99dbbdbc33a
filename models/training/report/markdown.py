"""Numbers and tables in Markdown."""
from collections.abc import Iterable


def percent(share: float | None) -> str:
    """A share in per cent; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.1f}"


def spread(value: dict) -> str:
    """A mean with its standard deviation over seeds, in per cent."""
    return percent(value["mean"]) + (f" ± {percent(value['sd'])}" if value["sd"] is not None else "")


def table(head: Iterable, rows: Iterable[Iterable]) -> str:
    """A Markdown table."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def section(title: str, body: str) -> str:
    """A heading and what stands under it."""
    return f"### {title}\n\n{body}"
