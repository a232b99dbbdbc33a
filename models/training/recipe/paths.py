"""Where things are."""
from pathlib import Path

TRAINING = Path(__file__).parent.parent
RUNS = TRAINING / ".runs"  # everything half finished
LETTERS_FOLDER = TRAINING.parent / "letters"  # everything that ships
EVALUATION = LETTERS_FOLDER / "evaluation.json"
CORRECTIONS = LETTERS_FOLDER / "corrections.json"  # what bun run evaluate-corrections --json says
