"""The name of a recipe."""
import shutil
from pathlib import Path

import numpy as np
import pytest

from recipe import digest
from recipe.config import load_config
from recipe.digest import WEIGHT_FOLDERS, code_digest, data_digests, describe_recipe
from recipe.paths import TRAINING
from written_data import write_source

FILE = "someone.safetensors"
CONFIG = {"sources": [FILE], "seed": 0}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    write_source(folder, FILE, [np.ones((1, 21, 3))], [0])
    (folder / "unread.safetensors").write_bytes(b"something")
    (tmp_path / "nonletters").mkdir()
    write_source(tmp_path / "nonletters", FILE, [np.ones((1, 21, 3))], [0])
    return folder


@pytest.fixture
def code(tmp_path: Path) -> Path:
    copy = tmp_path / "code"
    ignored = shutil.ignore_patterns(".runs", "__pycache__")
    return shutil.copytree(TRAINING, copy, ignore=ignored)


def add_byte(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"#")


def name(data: Path, config: dict = CONFIG) -> str:
    return describe_recipe(config, data, data.parent / "nonletters")["digest"]


def test_the_digest_names_configuration_code_and_data(data: Path) -> None:
    recipe = describe_recipe(CONFIG, data, data.parent / "nonletters")
    assert list(recipe) == ["digest", "code", "data", "nonletters", "config"]
    assert list(recipe["data"]) == list(recipe["nonletters"]) == ["sources.json", FILE]
    assert recipe["code"] == code_digest() and len(recipe["digest"]) == 10


def test_the_digest_stays_while_nothing_changes(data: Path) -> None:
    before = name(data)
    add_byte(data / "unread.safetensors")
    assert name(data, dict(reversed(CONFIG.items()))) == before


@pytest.mark.parametrize("file", [FILE, "sources.json"])
def test_the_digest_changes_with_a_byte_of_data(file: str, data: Path) -> None:
    before = name(data)
    add_byte(data / file)
    assert name(data) != before


def test_the_digest_changes_with_a_byte_of_what_is_no_letter(data: Path) -> None:
    before = name(data)
    add_byte(data.parent / "nonletters" / FILE)
    assert name(data) != before


def test_the_digest_changes_with_the_name_of_a_file(data: Path) -> None:
    before = data_digests(data, [FILE])
    (data / FILE).rename(data / "other.safetensors")
    after = data_digests(data, ["other.safetensors"])
    assert after != before and list(after.values()) == list(before.values())


def test_the_digest_changes_with_the_configuration(data: Path) -> None:
    assert name(data) != name(data, {**CONFIG, "seed": 1})


def test_the_digest_changes_with_the_code(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = name(data)
    monkeypatch.setattr(digest, "code_digest", lambda: "other")
    assert name(data) != before


@pytest.mark.parametrize("folder", ["data", "windows", "network", "fitting"])
def test_a_byte_of_code_that_decides_weights_changes_its_digest(folder: str, code: Path) -> None:
    before = code_digest(code)
    for file in (code / folder).rglob("*.py"):
        add_byte(file)
        after = code_digest(code)
        assert after != before
        before = after


def test_other_code_does_not_change_its_digest(code: Path) -> None:
    before = code_digest(code)
    for file in ("README.md", "evaluate.py", "summary/hands.py", "tests/test_digest.py", "config.json"):
        add_byte(code / file)
    (code / "data" / "__pycache__").mkdir()
    (code / "data" / "__pycache__" / "pool.pyc").touch()
    assert code_digest(code) == before == code_digest()


def test_what_decides_weights_imports_nothing_else() -> None:
    others = {path.name for path in TRAINING.iterdir() if path.is_dir()} - set(WEIGHT_FOLDERS)
    files = [file for folder in WEIGHT_FOLDERS for file in (TRAINING / folder).rglob("*.py")]
    lines = [line for file in files for line in file.read_text().splitlines()]
    imported = {line.split()[1].split(".")[0] for line in lines if line.startswith(("from ", "import "))}
    assert files and not imported & others


def test_the_configuration_names_its_sources() -> None:
    assert len(load_config()["sources"]) == 21
