"""The configuration."""
import json

from recipe.paths import TRAINING


def load_config() -> dict:
    """The content of config.json."""
    return json.loads((TRAINING / "config.json").read_text())
