"""Draws confusion.png, people.png and reliability.png from evaluation.json, and corrections.png: python plots.py"""
import json

from recipe.paths import CORRECTIONS, EVALUATION, LETTERS_FOLDER
from report.confusion_picture import draw_confusion
from report.corrections_picture import draw_corrections
from report.people_picture import draw_people
from report.reliability_picture import draw_reliability


def main() -> None:
    evaluation = json.loads(EVALUATION.read_text())
    draw_confusion(evaluation, LETTERS_FOLDER / "confusion.png")
    draw_people(evaluation, LETTERS_FOLDER / "people.png")
    draw_reliability(evaluation, LETTERS_FOLDER / "reliability.png")
    draw_corrections(json.loads(CORRECTIONS.read_text()), LETTERS_FOLDER / "corrections.png")


if __name__ == "__main__":
    main()
