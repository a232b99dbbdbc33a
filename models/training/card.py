"""Writes the numbers of evaluation.json into MODEL_CARD.md, between its two markers: python card.py"""
import json

from recipe.paths import EVALUATION, LETTERS_FOLDER
from report.card_numbers import card_numbers

BEGIN, END = "<!-- numbers: written by models/training/card.py -->", "<!-- end of numbers -->"


def main() -> None:
    card = LETTERS_FOLDER / "MODEL_CARD.md"
    head, rest = card.read_text().split(BEGIN)
    numbers = card_numbers(json.loads(EVALUATION.read_text()))
    card.write_text(f"{head}{BEGIN}\n\n{numbers}\n\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
