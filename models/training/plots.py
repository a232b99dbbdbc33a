"""Draws confusion.png, people.png and reliability.png from evaluation.json: python plots.py"""
import json

from recipe.paths import EVALUATION, LETTERS_FOLDER
from report.confusion_picture import draw_confusion
from report.people_picture import draw_people
from report.reliability_picture import draw_reliability


def main() -> None:
    evaluation = json.loads(EVALUATION.read_text())
    draw_confusion(evaluation, LETTERS_FOLDER / "confusion.png")
    draw_people(evaluation, LETTERS_FOLDER / "people.png")
    draw_reliability(evaluation, LETTERS_FOLDER / "reliability.png")


if __name__ == "__main__":
    main()
