"""Names a recipe by all that decides weights: configuration, code and data."""
import hashlib
import json
from pathlib import Path

from data.load_samples import SOURCES
from recipe.paths import TRAINING

WEIGHT_FOLDERS = ("data", "windows", "network", "fitting")  # the code that decides weights


def sha256_of(content: bytes) -> str:
    """The digest of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def code_digest(training: Path = TRAINING) -> str:
    """The digest of every code file that decides weights: its path in the recipe's folder and its content."""
    files = sorted(file for folder in WEIGHT_FOLDERS for file in (training / folder).rglob("*.py"))
    named = {file.relative_to(training).as_posix(): sha256_of(file.read_bytes()) for file in files}
    return sha256_of(json.dumps(named, sort_keys=True).encode())


def data_digests(data: Path, sources: list[str]) -> dict[str, str]:
    """File name -> digest of each file that load_samples() reads."""
    return {name: sha256_of((data / name).read_bytes()) for name in (SOURCES, *sorted(sources))}


def nonletter_digests(nonletters: Path) -> dict[str, str]:
    """File name -> digest of each file that load_nonletters() reads."""
    entries = json.loads((nonletters / SOURCES).read_text())
    return data_digests(nonletters, [entry["file"] for entry in entries])


def describe_recipe(config: dict, data: Path, nonletters: Path) -> dict:
    """What evaluation.json says of the recipe: config, code, data, and the short name `digest` of all."""
    named = {
        "code": code_digest(), "data": data_digests(data, config["sources"]),
        "nonletters": nonletter_digests(nonletters), "config": config,
    }
    return {"digest": sha256_of(json.dumps(named, sort_keys=True).encode())[:10], **named}
