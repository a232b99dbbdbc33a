"""How well people are read once they have taught their hand."""
import numpy as np

from data.alphabet import LETTERS, moves
from folds.keep import Arrays
from folds.signers import SEVERAL
from measures.my_hand import SHIPPED, HandRule, Samples, read_by_hand
from measures.shares import rounded
from summary.kept_folds import KeptFolds

DRAWS, SEED = 10, 13  # of which samples are taught
WORST = 3  # letters taught by those who teach only what fails
TAUGHT = {"everyLetter": None, "threeWorst": WORST}


def my_hand(folds: KeptFolds, temperature: float, rule: HandRule = SHIPPED) -> dict:
    """`myHand`, of the folds that are one person: one sample a letter, and of the three worst letters alone."""
    people = {signer: one_person(folds.first(signer), temperature, rule) for signer in people_of(folds)}
    means = {way: np.mean([own[way] for own in people.values()]) for way in ("before", *TAUGHT)}
    return {
        "rule": rule._asdict(), "draws": DRAWS, "before": rounded(means["before"]),
        **{way: {
            "mean": rounded(means[way]),
            "worst": rounded(min(own[way] for own in people.values())),
            "errorsGone": rounded(1 - (1 - means[way]) / (1 - means["before"])),
            "mostHarm": rounded(min(own[way] - own["before"] for own in people.values())),
        } for way in TAUGHT},
        "bySigner": {s: {way: rounded(share) for way, share in own.items()} for s, own in people.items()},
    }


def people_of(folds: KeptFolds) -> list[str]:
    """The folds that are one person."""
    return [signer for signer in folds.signers if signer not in SEVERAL]


def one_person(found: Arrays, temperature: float, rule: HandRule) -> dict[str, float]:
    """Share of one person's samples that are read right, without and with samples of theirs, over the draws."""
    logits, embedding, letters = (found[f"headline/{name}"] for name in ("logits", "embedding", "letter"))
    logits, rng, shares = logits / temperature, np.random.default_rng(SEED), []
    for _ in range(DRAWS):
        drawn = draw_samples(letters, rng)
        asked = np.setdiff1d(np.arange(len(letters)), drawn)
        before = logits[asked].argmax(1) == letters[asked]
        read = {"before": before.mean()}
        for way, count in TAUGHT.items():
            kept = drawn if count is None else drawn[np.isin(letters[drawn], worst(logits, letters, count))]
            own = read_by_hand(logits[asked], embedding[asked], Samples(letters[kept], embedding[kept]), rule)
            read[way] = (own.argmax(1) == letters[asked]).mean()
        shares.append(read)
    return {way: float(np.mean([read[way] for read in shares])) for way in shares[0]}


def draw_samples(letters: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One sample of each still letter that has two or more."""
    counts = np.bincount(letters, minlength=len(LETTERS))
    taught = [letter for letter in np.unique(letters[~moves(letters)]) if counts[letter] > 1]
    return np.array([rng.choice(np.flatnonzero(letters == letter)) for letter in taught], int)


def worst(logits: np.ndarray, letters: np.ndarray, count: int) -> list[int]:
    """The person's still letters that are read worst."""
    hits = logits.argmax(1) == letters
    still = np.unique(letters[~moves(letters)])
    return sorted(still, key=lambda letter: hits[letters == letter].mean())[:count]
