"""The card and its pictures."""
import json
from pathlib import Path

from card import BEGIN, END
from recipe.paths import CORRECTIONS, EVALUATION, LETTERS_FOLDER
from report.card_numbers import card_numbers
from report.confusion_picture import draw_confusion
from report.corrections_picture import draw_corrections
from report.markdown import percent, spread, table
from report.motion_tables import frames
from report.people_picture import draw_people
from report.reliability_picture import draw_reliability

SHIPPED = json.loads(EVALUATION.read_text())


def test_shares_are_written_in_per_cent() -> None:
    assert [percent(0.9441), percent(None)] == ["94.4", "–"]
    assert spread({"mean": 0.9441, "sd": 0.0034}) == "94.4 ± 0.3"
    assert spread({"mean": 0.5, "sd": None}) == "50.0"
    assert [frames(8), frames(99)] == ["8 frames", "never"]


def test_a_table_has_a_line_under_its_head() -> None:
    assert table(["a", "b"], [[1, "x"]]) == "| a | b |\n| --- | --- |\n| 1 | x |"


def test_the_card_says_what_the_evaluation_says() -> None:
    card = (LETTERS_FOLDER / "MODEL_CARD.md").read_text()
    assert card.split(BEGIN)[1].split(END)[0].strip() == card_numbers(SHIPPED)


def test_folds_of_another_seed_stand_in_the_card_where_there_are_some() -> None:
    repeated = {
        **SHIPPED, "repeatedFolds": {
            "bySigner": {"a": {"first": 0.5, "again": 0.6}},
            "meanFirst": 0.5, "meanAgain": 0.6, "sdOfOneFold": 0.1,
        },
    }
    assert "| a | 50.0 | 60.0 |" in card_numbers(repeated) and "repeatedFolds" not in SHIPPED


def test_pictures_are_drawn(tmp_path: Path) -> None:
    drawn = [(draw, SHIPPED) for draw in (draw_confusion, draw_people, draw_reliability)]
    for draw, evaluation in [*drawn, (draw_corrections, json.loads(CORRECTIONS.read_text()))]:
        draw(evaluation, tmp_path / "picture.png")
        assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
        (tmp_path / "picture.png").unlink()
