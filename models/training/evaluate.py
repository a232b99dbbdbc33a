"""Leave-one-signer-out: trains a model without each signer and asks it about that signer.

python evaluate.py folds --data DIR [--seeds 0 1 2] [--signers NAME ...]   trains and probes; each fold is kept in .runs and not repeated
python evaluate.py extras --data DIR                                       what each source carries, and the mixed-signer number
python evaluate.py summary                                                 writes ../letters/evaluation.json from what is kept

Several processes may run `folds` at once; each takes the next fold that nobody has claimed.
"""
import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from augment import Windows, rotation
from data import LETTERS, WINDOW, Sample, as_right, build_pool, load_samples, palm_size, present, window_of
from model import Core
from graph import LetterModel
from streams import STREAM_RATE, nonletter_clips, nonletter_streams, windows_of_stream
from train import RUNS, load_config, train

LETTERS_FOLDER = Path(__file__).parent.parent / "letters"
CARRY_UNSEEN = ("creepyvampire", "faseehakr", "rayrednet", "techyrushi")
CARRY_WITHOUT = ("traduttore", "dvorakman", "borisgraudt")
SIGNERS = [
    "borisgraudt", "creepyvampire", "dvorakman", "faseehakr", "pratham", "princeo", "rayrednet", "techyrushi",
    "traduttore-0", "traduttore-1", "traduttore-2", "tresajoby",
]
PROBE_CAP = 12  # samples per letter and file in the probes other than the headline
CLIP_SECONDS = 1.0  # how long one letter lasts in the table of lengths and rates
RATES, LENGTHS = (5, 10, 15, 30), (8, 16, 32)
STREAM_SECONDS = 30
STABLE = 5  # frames that smoothing averages, and for which one letter must stay best to count as a false letter
THRESHOLD = 0.5
AFTER_MOTION = 4  # windows looked at after the end of a moving letter, as a learner would


def recipe_digest(config: dict) -> str:
    """Names a recipe: weights of another configuration or network are never mixed in. Delete the .npz files when probes change."""
    code = "".join((Path(__file__).parent / name).read_text() for name in ("data.py", "augment.py", "model.py", "train.py"))
    return hashlib.sha256((json.dumps(config, sort_keys=True) + code).encode()).hexdigest()[:10]


def predict(model: LetterModel, windows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Product windows [n, 32, 42, 3] -> logits [n, 26] and letterness [n]."""
    logits, letterness = [], []
    with torch.no_grad():
        for start in range(0, len(windows), 256):
            _, doubt, raw = model(torch.from_numpy(np.ascontiguousarray(windows[start : start + 256])))
            logits.append(raw.numpy())
            letterness.append(doubt.numpy())
    return np.concatenate(logits), np.concatenate(letterness)


def in_slot(hands: np.ndarray, left: bool = False) -> np.ndarray:
    """Right hands [n, 32, 21, 3] in the product's layout [n, 32, 42, 3]."""
    windows = np.zeros((*hands.shape[:2], 42, 3), np.float32)
    windows[:, :, slice(0, 21) if left else slice(21, 42)] = hands * np.array([-1 if left else 1, 1, 1], np.float32)
    return windows


def photo_or_clip(sample: Sample) -> np.ndarray:
    """The sample's frames; a single photo repeated to a full window."""
    return np.repeat(sample.frames, WINDOW, 0) if len(sample.frames) == 1 else sample.frames


def thinned(samples: list[Sample], cap: int) -> list[Sample]:
    """At most `cap` samples of each letter and file, spread over the file."""
    groups: dict[tuple[str, int], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.file, sample.letter), []).append(sample)
    return [group[i] for group in groups.values() for i in np.unique(np.linspace(0, len(group) - 1, cap).round().astype(int))]


def is_motion(sample: Sample) -> bool:
    return LETTERS[sample.letter] in "JZ"


def probe_headline(model, samples):
    windows = np.stack([window_of(photo_or_clip(s), s.left) for s in samples])
    logits, letterness = predict(model, windows)
    some = windows[:: max(1, len(windows) // 200)]
    swapped = np.concatenate([some[:, :, 21:], some[:, :, :21]], 2) * np.array([-1, 1, 1], np.float32)
    mirrored = predict(model, swapped)[0] - predict(model, some)[0]
    return {
        "logits": logits, "letterness": letterness, "letter": np.array([s.letter for s in samples]),
        "left": np.array([s.left for s in samples]), "static": np.array([s.kind == "static" for s in samples]),
        "mirror": np.abs(mirrored).max(1),
    }


def probe_frozen(model, samples):
    """Held J and Z: the single frames of J and Z that some sources hold, and the first frame of true motions, held."""
    frozen = [s for s in samples if s.frozen and is_motion(s)]
    held = [s for s in thinned([s for s in samples if not s.frozen and is_motion(s)], PROBE_CAP)]
    clips = [np.repeat(s.frames[present(s.frames)][:1], WINDOW, 0) for s in frozen + held]
    if not clips:
        return {}
    logits, letterness = predict(model, np.stack([window_of(c, s.left) for c, s in zip(clips, frozen + held)]))
    return {
        "logits": logits, "letterness": letterness, "letter": np.array([s.letter for s in frozen + held]),
        "posed": np.array([True] * len(frozen) + [False] * len(held)),
    }


def at_rate(sample: Sample, rate: int, count: int, rng: np.random.Generator) -> np.ndarray:
    """The last `count` frames that a camera of `rate` frames a second with uneven intervals sees of the letter, made in one second.

    A still letter is held as long as it takes to fill them.
    """
    frames = sample.frames[present(sample.frames)]
    gaps = rng.uniform(0.6, 1.4, count)
    ago = (gaps.cumsum()[::-1] - gaps[-1]) / rate
    where = (1 - ago / CLIP_SECONDS) * (len(frames) - 1)
    if is_motion(sample):
        where = where[ago <= CLIP_SECONDS + 0.5 / rate]
    where = np.abs(where) if not is_motion(sample) else where.clip(0)
    low = np.floor(where).astype(int) % len(frames)
    high = np.minimum(low + 1, len(frames) - 1)
    share = (where - np.floor(where))[:, None, None].astype(np.float32)
    return frames[low] * (1 - share) + frames[high] * share


def probe_rates(model, samples, seed):
    """Sequences only: accuracy by frames kept and camera rate."""
    chosen = thinned([s for s in samples if s.kind == "sequence"], PROBE_CAP)
    if not chosen:
        return {}
    rng = np.random.default_rng(seed)
    result = {"letter": np.array([s.letter for s in chosen])}
    for count in LENGTHS:
        for rate in RATES:
            windows = np.stack([window_of(at_rate(s, rate, count, rng), s.left) for s in chosen])
            result[f"{count}x{rate}"] = predict(model, windows)[0].argmax(1)
    return result


def probe_conditions(model, samples, seed):
    """The headline's windows under conditions the issue names, on fewer samples; name -> right or wrong."""
    chosen = thinned(samples, PROBE_CAP)
    rng = np.random.default_rng(seed)
    windows = np.stack([window_of(photo_or_clip(s), s.left) for s in chosen])
    letters = np.array([s.letter for s in chosen])
    left = np.array([s.left for s in chosen])
    main = np.where(left[:, None, None, None], windows[:, :, :21], windows[:, :, 21:])

    def put(hands, other=None):
        both = np.stack([hands, np.zeros_like(hands) if other is None else other], 1)
        first = np.where(left[:, None, None, None], both[:, 0], both[:, 1])
        return np.concatenate([first, np.where(left[:, None, None, None], both[:, 1], both[:, 0])], 2).astype(np.float32)

    conditions = {"as recorded": put(main)}
    seen = main.any((2, 3), keepdims=True)
    for degrees in (-30, 30):
        turn = rotation(torch.tensor([[0, 0, np.radians(degrees)]])).numpy()[0].astype(np.float32)
        conditions[f"turned {degrees}°"] = put(main @ turn.T)
    for name, factor in (("near (3 × as large)", 3), ("far (a third)", 1 / 3)):
        conditions[name] = put(main * factor)
    for name, stretch in (("aspect taken 15 % too wide", 1.15), ("aspect taken 15 % too narrow", 1 / 1.15)):
        conditions[name] = put(main * np.array([stretch, 1, stretch], np.float32))
    lost = rng.random(main.shape[:2]) < 0.3
    lost[:, -1] = False
    conditions["30 % of detections lost"] = put(main * ~lost[:, :, None, None])
    resting = main[rng.permutation(len(main))]
    resting = np.where(resting.any((1, 2, 3), keepdims=True), resting, main)
    last = resting[:, -1:] - resting[:, -1:, :1]
    last[..., 1] *= np.where(last[:, :, 9:10, 1] < 0, -1, 1)  # fingers down
    hanging = np.repeat(last, WINDOW, 1) + main[:, -1:, :1] + np.array([0.5, 0.25, 0], np.float32)
    conditions["other hand resting lower"] = put(main, hanging + rng.normal(0, 0.002, hanging.shape))
    eight = main.copy()
    eight[:, : WINDOW - 8] = 0
    conditions["8 frames only (still letters)"] = put(eight)
    still = ~np.isin(letters, [9, 25])
    result = {}
    for name, data in conditions.items():
        right = predict(model, data)[0].argmax(1) == letters
        result[name] = right[still] if "still" in name else right
    return result


def probe_first(model, samples, seed):
    """Frames until the first right letter (after smoothing over 5, letterness ≥ 0.5), frames fed one by one; 99 = never in 32.

    A moving letter is fed to its end and its last hand is held for up to 4 frames more.
    """
    chosen = thinned(samples, 5)
    rng = np.random.default_rng(seed)
    batch, letters = [], []
    for s in chosen:
        frames = s.frames[present(s.frames)]
        frames = frames[np.linspace(0, len(frames) - 1, WINDOW - AFTER_MOTION).round().astype(int)] if len(frames) > WINDOW - AFTER_MOTION else frames
        more = WINDOW - len(frames)
        frames = np.concatenate([frames, np.repeat(frames[-1:], more, 0)])
        frames = as_right(frames, s.left) + rng.normal(0, 0.01 * palm_size(frames), frames.shape)
        batch.append(in_slot(windows_of_stream(frames.astype(np.float32))))
        letters.append(s.letter)
    logits, letterness = predict(model, np.concatenate(batch))
    logits = logits.reshape(len(chosen), WINDOW, 26)
    return {"logits": logits, "letterness": letterness.reshape(len(chosen), WINDOW), "letter": np.array(letters)}


def probe_nonletters(model, samples, config, seed):
    clips = nonletter_clips(samples, config, 100, seed)
    result = {f"clip {name}": predict(model, in_slot(clip))[1] for name, clip in clips.items()}
    for name, stream in nonletter_streams(samples, config, STREAM_SECONDS, seed).items():
        logits, letterness = predict(model, in_slot(windows_of_stream(stream)))
        result[f"stream {name} logits"], result[f"stream {name} letterness"] = logits, letterness
    return result


def probe(core: Core, samples: list[Sample], config: dict, seed: int) -> dict[str, np.ndarray]:
    """Everything that is asked of one model about one signer, flat."""
    model = LetterModel(core, 1.0).eval()
    good = trusted(samples)
    parts = {
        "headline": probe_headline(model, good), "frozen": probe_frozen(model, samples), "rates": probe_rates(model, good, seed),
        "conditions": probe_conditions(model, good, seed), "first": probe_first(model, good, seed),
        "nonletters": probe_nonletters(model, good, config, seed),
    }
    return {f"{part}/{name}": value for part, values in parts.items() for name, value in values.items()}


def folder_of_recipe(config: dict) -> Path:
    folder = RUNS / recipe_digest(config)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep(folder: Path, name: str, work) -> bool:
    """Does work() -> dict of arrays once and keeps it as `name`.npz; false when it is kept already or another process is at it."""
    kept, claim = folder / f"{name}.npz", folder / f"{name}.claimed"
    if kept.exists():
        return False
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        return False
    try:
        np.savez_compressed(kept, **work())
    finally:
        claim.unlink()
    return True


def kept_core(folder: Path, name: str, samples: list[Sample], config: dict, seed: int) -> Core:
    """The network of this name: from `name`.pt if it has been trained, else trained now."""
    weights = folder / f"{name}.pt"
    if weights.exists():
        core = Core(**config["network"])
        core.load_state_dict(torch.load(weights, weights_only=True))
        return core.eval()
    core = train(samples, config, seed, folder / f"{name}.checkpoint", name)
    torch.save(core.state_dict(), weights)
    (folder / f"{name}.checkpoint").unlink(missing_ok=True)
    return core


def trusted(samples: list[Sample]) -> list[Sample]:
    return [s for s in samples if not s.frozen and not s.suspect]


def run_folds(data: Path, seeds: list[int], signers: list[str]):
    config = load_config()
    folder = folder_of_recipe(config)
    samples = load_samples(data)
    for seed in seeds:
        for signer in signers:
            name = f"{signer}-{seed}"

            def work():
                core = kept_core(folder, name, [s for s in samples if s.signer != signer], config, seed)
                return probe(core, [s for s in samples if s.signer == signer], config, seed)

            if keep(folder, name, work):
                with np.load(folder / f"{name}.npz") as found:
                    right = (found["headline/logits"].argmax(1) == found["headline/letter"]).mean()
                print(f"{name}: {right:.4f}", file=sys.stderr, flush=True)


def run_extras(data: Path):
    """One set of unseen signers, read by models without one more source each; and one model with signers mixed."""
    config = load_config()
    folder = folder_of_recipe(config)
    samples = load_samples(data)
    seed = config["seed"]

    def reading(core: Core, tested: list[Sample]) -> dict[str, np.ndarray]:
        found = probe_headline(LetterModel(core, 1.0).eval(), tested)
        return {"logits": found["logits"], "letter": found["letter"], "signer": np.array([s.signer for s in tested])}

    unseen = trusted([s for s in samples if s.signer in CARRY_UNSEEN])
    for without in ("nothing", *CARRY_WITHOUT):
        rest = [s for s in samples if s.signer not in CARRY_UNSEEN and not s.signer.startswith(without)]
        name = f"without {without}"
        keep(folder, name, lambda: reading(kept_core(folder, name, rest, config, seed), unseen))

    def mixed():
        order = np.random.default_rng(seed).permutation(len(samples))
        first, second = ([samples[i] for i in part] for part in np.split(order, [len(order) * 4 // 5]))
        return reading(kept_core(folder, "mixed", first, config, seed), trusted(second))

    keep(folder, "mixed", mixed)


# -- summary --------------------------------------------------------------------------------------------------------------


def softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    z = logits / temperature
    z = np.exp(z - z.max(-1, keepdims=True))
    return z / z.sum(-1, keepdims=True)


def share(right: np.ndarray) -> float | None:
    return round(float(np.mean(right)), 4) if len(right) else None


def signer_weights(signers: np.ndarray) -> np.ndarray:
    """Each sample's weight so that every signer counts alike; sums to 1."""
    _, where, counts = np.unique(signers, return_inverse=True, return_counts=True)
    weights = 1 / counts[where]
    return weights / weights.sum()


def fit_temperature(logits: np.ndarray, letters: np.ndarray, weights: np.ndarray) -> float:
    """The temperature with the least cross entropy, every signer counting alike."""
    grid = np.exp(np.linspace(np.log(0.4), np.log(3), 80))
    rows = np.arange(len(letters))
    losses = [-(weights * np.log(softmax(logits, t)[rows, letters] + 1e-12)).sum() for t in grid]
    return float(grid[int(np.argmin(losses))])


def reliability(confidence: np.ndarray, right: np.ndarray, weights: np.ndarray, bins: int = 15) -> tuple[float, list[dict]]:
    """Expected calibration error over equal bins of confidence, and the bins."""
    where = np.minimum((confidence * bins).astype(int), bins - 1)
    error, table = 0.0, []
    for b in range(bins):
        inside = where == b
        mass = weights[inside].sum()
        if mass == 0:
            continue
        said, was = ((weights * v)[inside].sum() / mass for v in (confidence, right))
        error += mass * abs(said - was)
        table.append({"from": round(b / bins, 4), "to": round((b + 1) / bins, 4), "share": round(float(mass), 5), "confidence": round(float(said), 4), "accuracy": round(float(was), 4)})
    return float(error), table


def smoothed(rows: np.ndarray) -> np.ndarray:
    """Mean of each row [n, …] and the up to four before it, as the product's smoothing does."""
    sums = np.cumsum(np.concatenate([np.zeros((1, *rows.shape[1:])), rows]), 0)
    low = np.maximum(np.arange(len(rows)) - STABLE + 1, 0)
    counts = (np.arange(len(rows)) - low + 1).reshape(-1, *[1] * (rows.ndim - 1))
    return (sums[1:] - sums[low]) / counts


def false_letters(logits: np.ndarray, letterness: np.ndarray, temperature: float, threshold: float) -> int:
    """How often a stream shows a letter: smoothed letterness at or over the threshold and the same best letter for 5 frames."""
    best = smoothed(softmax(logits, temperature)).argmax(1)
    shown = smoothed(letterness) >= threshold
    events = run = 0
    for t in range(len(best)):
        run = run + 1 if shown[t] and t and shown[t - 1] and best[t] == best[t - 1] else int(shown[t])
        events += run == STABLE
    return events


def first_right(found: dict, temperature: float) -> np.ndarray:
    """[clips] frames until smoothing shows the right letter with letterness ≥ 0.5; 99: never."""
    result = []
    for logits, letterness, letter in zip(found["first/logits"], found["first/letterness"], found["first/letter"]):
        good = (smoothed(softmax(logits, temperature)).argmax(1) == letter) & (smoothed(letterness) >= THRESHOLD)
        result.append(int(good.argmax()) + 1 if good.any() else 99)
    return np.array(result)


def spread(values: list[float]) -> dict:
    return {"mean": round(float(np.mean(values)), 4), "sd": round(float(np.std(values, ddof=1)), 4) if len(values) > 1 else None, "seeds": [round(float(v), 4) for v in values]}


def summarise(folds: dict[tuple[str, int], dict]) -> dict:
    """All numbers of evaluation.json that come from leave-one-signer-out. folds: (signer, seed) -> probes."""
    seeds = sorted({seed for _, seed in folds})
    signers = [s for s in SIGNERS if (s, seeds[0]) in folds]
    right = {key: f["headline/logits"].argmax(1) == f["headline/letter"] for key, f in folds.items()}

    def pooled(name: str, seed: int) -> np.ndarray:
        return np.concatenate([folds[s, seed][name] for s in signers])

    def letter_mean(seed: int, signer: str, letters: str) -> float | None:
        asked = np.isin(folds[signer, seed]["headline/letter"], [LETTERS.index(c) for c in letters])
        return share(right[signer, seed][asked])

    owner = np.concatenate([np.full(len(folds[s, seeds[0]]["headline/letter"]), i) for i, s in enumerate(signers)])
    weights = signer_weights(owner)
    # temperature: fitted for the graph on all signers' held-out logits; measured with each signer's fitted on the others
    temperatures, errors, crossed = [], [], []
    for seed in seeds:
        logits, letters = pooled("headline/logits", seed), pooled("headline/letter", seed)
        temperatures.append(fit_temperature(logits, letters, weights))
        probabilities = np.empty_like(logits)
        for i in range(len(signers)):
            own = owner == i
            others = fit_temperature(logits[~own], letters[~own], signer_weights(owner[~own]))
            probabilities[own] = softmax(logits[own], others)
        crossed.append(probabilities)
        errors.append(reliability(probabilities.max(1), probabilities.argmax(1) == letters, weights)[0])
    temperature = float(np.exp(np.mean(np.log(temperatures))))
    hits = np.concatenate([p.argmax(1) == pooled("headline/letter", seed) for p, seed in zip(crossed, seeds)])
    confidence = np.concatenate([p.max(1) for p in crossed])
    bins = reliability(confidence, hits, np.tile(weights, len(seeds)) / len(seeds))[1]

    by_letter, confusion = {}, np.zeros((26, 26))
    for seed in seeds:
        letters, predicted = pooled("headline/letter", seed), pooled("headline/logits", seed).argmax(1)
        for i in range(len(signers)):
            for letter in np.unique(letters[owner == i]):
                rows = (owner == i) & (letters == letter)
                confusion[letter] += np.bincount(predicted[rows], minlength=26) / rows.sum()
    confusion /= confusion.sum(1, keepdims=True)
    for i, letter in enumerate(LETTERS):
        order = np.argsort(-confusion[i])
        mistakes = {LETTERS[j]: round(float(confusion[i, j]), 3) for j in order if j != i and confusion[i, j] >= 0.01}
        by_letter[letter] = {
            "signers": sum(bool((folds[s, seeds[0]]["headline/letter"] == i).any()) for s in signers),
            "accuracy": round(float(confusion[i, i]), 4), "readAs": dict(list(mistakes.items())[:4]),
        }

    by_signer = {}
    for s in signers:
        found = folds[s, seeds[0]]
        by_signer[s] = {
            "samples": len(found["headline/letter"]), "letters": len(np.unique(found["headline/letter"])),
            "accuracy": spread([right[s, seed].mean() for seed in seeds]),
            "lettersAlike": spread([np.mean([right[s, seed][found["headline/letter"] == c].mean() for c in np.unique(found["headline/letter"])]) for seed in seeds]),
            "J": share(np.concatenate([right[s, seed][found["headline/letter"] == 9] for seed in seeds])),
            "Z": share(np.concatenate([right[s, seed][found["headline/letter"] == 25] for seed in seeds])),
            "letternessOver": share(np.concatenate([folds[s, seed]["headline/letterness"] >= THRESHOLD for seed in seeds])),
        }
    means = [float(np.mean([right[s, seed].mean() for s in signers])) for seed in seeds]
    worst = min(signers, key=lambda s: by_signer[s]["accuracy"]["mean"])

    together = {s: np.mean([softmax(folds[s, seed]["headline/logits"], 1.0) for seed in seeds], 0).argmax(1) == folds[s, seeds[0]]["headline/letter"] for s in signers}

    def over_signers(values: dict[str, list[float]]) -> float | None:
        return round(float(np.mean([np.mean(v) for v in values.values()])), 4) if values else None

    def gathered(name: str, f) -> dict[str, list[float]]:
        """signer -> one value per seed, of the signers that have this probe."""
        return {s: [float(f(folds[s, seed][name])) for seed in seeds] for s in signers if name in folds[s, seeds[0]] and len(folds[s, seeds[0]][name])}

    conditions = {name.split("/")[1]: over_signers(gathered(name, np.mean)) for name in folds[signers[0], seeds[0]] if name.startswith("conditions/")}
    rates = {}
    for kind, moving in (("stillLetters", False), ("J and Z", True)):
        rates[kind] = {}
        for count in LENGTHS:
            for rate in RATES:
                values = {}
                for s in signers:
                    found = folds[s, seeds[0]]
                    if "rates/letter" not in found:
                        continue
                    asked = np.isin(found["rates/letter"], [9, 25]) == moving
                    if asked.any():
                        values[s] = [float((folds[s, seed][f"rates/{count}x{rate}"] == found["rates/letter"])[asked].mean()) for seed in seeds]
                rates[kind].setdefault(f"{count} frames", {})[f"{rate} per second"] = over_signers(values)

    frozen = {}
    for name, letter, held in (("frozen J", 9, 8), ("frozen Z", 25, 3)):
        rows = [(f["frozen/logits"].argmax(1)[f["frozen/letter"] == letter], f["frozen/posed"][f["frozen/letter"] == letter]) for f in folds.values() if "frozen/letter" in f]
        for kind, posed in (("posed and held still", True), ("first frame of the motion, held", False)):
            read = np.concatenate([r[p == posed] for r, p in rows])
            frozen[f"{name}, {kind}"] = {
                "windows": len(read) // len(seeds), f"read as {LETTERS[letter]}": share(read == letter), f"read as {LETTERS[held]}": share(read == held),
                "others": {LETTERS[j]: share(read == j) for j in np.argsort(-np.bincount(read, minlength=26))[:4] if j not in (letter, held) and (read == j).any()},
            }

    first = {key: first_right(f, temperature) for key, f in folds.items()}
    still = {key: ~np.isin(f["first/letter"], [9, 25]) for key, f in folds.items()}
    waits = {}
    for name, pick in (("stillLetters", True), ("J and Z", False)):
        values = np.concatenate([first[k][still[k] == pick] for k in folds])
        waits[name] = {"median": int(np.median(values)), "p90": int(np.percentile(values, 90)), "neverIn32": share(values == 99), "within8": share(values <= 8), "clips": len(values) // len(seeds)}

    clips = {name.split("/clip ")[1] for f in folds.values() for name in f if "/clip " in name}
    streams = {name.split("/stream ")[1].removesuffix(" logits") for f in folds.values() for name in f if "/stream " in name and name.endswith("logits")}
    minutes = STREAM_SECONDS / 60
    per_minute = {
        str(threshold): {
            kind: round(float(np.mean([false_letters(f[f"nonletters/stream {kind} logits"], f[f"nonletters/stream {kind} letterness"], temperature, threshold) for f in folds.values()])) / minutes, 2)
            for kind in sorted(streams)
        }
        for threshold in (0.3, 0.5, 0.7, 0.9)
    }
    all_letters = {str(t): over_signers(gathered("headline/letterness", lambda q: (q >= t).mean())) for t in (0.3, 0.5, 0.7, 0.9)}

    return {
        "unseenSigners": {
            "accuracy": spread(means), "worstSigner": {"signer": worst, **by_signer[worst]["accuracy"]},
            "lettersAlike": spread([float(np.mean([by_signer[s]["lettersAlike"]["seeds"][k] for s in signers])) for k in range(len(seeds))]),
            "J": over_signers({s: [letter_mean(seed, s, "J") for seed in seeds] for s in signers if by_signer[s]["J"] is not None}),
            "Z": over_signers({s: [letter_mean(seed, s, "Z") for seed in seeds] for s in signers if by_signer[s]["Z"] is not None}),
            "seedsTogether": round(float(np.mean([r.mean() for r in together.values()])), 4),
            "signersOfJ": sum(by_signer[s]["J"] is not None for s in signers), "signersOfZ": sum(by_signer[s]["Z"] is not None for s in signers),
        },
        "bySigner": by_signer, "byLetter": by_letter, "confusion": [[round(float(v), 4) for v in row] for row in confusion],
        "hands": {
            "left": share(np.concatenate([right[s, seed][folds[s, seed]["headline/left"]] for s in signers for seed in seeds])),
            "right": share(np.concatenate([right[s, seed][~folds[s, seed]["headline/left"]] for s in signers for seed in seeds])),
            "bySigner": {s: {"left": share(np.concatenate([right[s, seed][folds[s, seed]["headline/left"]] for seed in seeds])), "right": share(np.concatenate([right[s, seed][~folds[s, seed]["headline/left"]] for seed in seeds]))} for s in signers if folds[s, seeds[0]]["headline/left"].any() and not folds[s, seeds[0]]["headline/left"].all()},
            "mirroredLargestLogitDifference": float(max(f["headline/mirror"].max() for f in folds.values())),
        },
        "calibration": {"temperature": round(temperature, 4), "temperatureBySeed": [round(t, 4) for t in temperatures], "expectedCalibrationError": spread(errors), "bins": bins},
        "conditions": conditions, "lengthsAndRates": rates, "frozen": frozen, "framesUntilFirstRight": waits,
        "letterness": {
            "lettersAtOrOver": all_letters,
            "nonletterWindowsAtOrOver0.5": {name: over_signers(gathered(f"nonletters/clip {name}", lambda q: (q >= THRESHOLD).mean())) for name in sorted(clips)},
            "falseLettersPerMinute": per_minute, "streamRate": STREAM_RATE,
        },
    }


def kept_folds(folder: Path) -> dict[tuple[str, int], dict]:
    """Every fold kept of the seeds that are complete."""
    folds = {}
    for path in sorted(folder.glob("*-[0-9].npz")):
        signer, seed = path.stem.rsplit("-", 1)
        with np.load(path) as stored:
            folds[signer, int(seed)] = dict(stored)
    complete = [seed for seed in {seed for _, seed in folds} if all((s, seed) in folds for s in SIGNERS)]
    return {key: found for key, found in folds.items() if key[1] in complete}


def repeats(folder: Path, folds: dict[tuple[str, int], dict]) -> dict:
    """Folds of seeds that are not complete: accuracy by signer beside that of the first seed, and how far the seeds lie apart."""
    used, result = {seed for _, seed in folds}, {}
    for path in sorted(folder.glob("*-[0-9].npz")):
        signer, seed = path.stem.rsplit("-", 1)
        if int(seed) not in used:
            with np.load(path) as found:
                again = float((found["headline/logits"].argmax(1) == found["headline/letter"]).mean())
            first = folds[signer, min(used)]
            result[signer] = {"first": round(float((first["headline/logits"].argmax(1) == first["headline/letter"]).mean()), 4), "again": round(again, 4)}
    if not result:
        return {}
    first, again = (np.array([v[k] for v in result.values()]) for k in ("first", "again"))
    return {"repeatedFolds": {
        "bySigner": result, "meanFirst": round(float(first.mean()), 4), "meanAgain": round(float(again.mean()), 4),
        "sdOfOneFold": round(float(np.sqrt(((first - again) ** 2).mean() / 2)), 4),
    }}


def kept_extras(folder: Path) -> dict:
    """The tables of run_extras."""

    def accuracy(name: str) -> dict:
        with np.load(folder / f"{name}.npz") as found:
            right, signer = found["logits"].argmax(1) == found["letter"], found["signer"]
        by = {str(s): share(right[signer == s]) for s in np.unique(signer)}
        return {"mean": round(float(np.mean(list(by.values()))), 4), "bySigner": by}

    return {
        "whatEachSourceCarries": {
            "unseen": list(CARRY_UNSEEN), "seeds": 1,
            **{f"without {name}": accuracy(f"without {name}") for name in ("nothing", *CARRY_WITHOUT) if (folder / f"without {name}.npz").exists()},
        },
        "signersMixed": {
            "note": "NOT a measure of quality: training and test share signers, a random fifth of all samples is tested. It stands here to show how much such a number flatters.",
            **(accuracy("mixed") if (folder / "mixed.npz").exists() else {}),
        },
    }


def write_summary(path: Path) -> float:
    """Writes evaluation.json; returns the temperature for the graph."""
    config = load_config()
    folder = folder_of_recipe(config)
    folds = kept_folds(folder)
    summary = {
        "protocol": "leave one signer out; suspect labels and frozen J and Z left out; each fold's model has never seen the signer. See README.md for every field.",
        "recipe": {"digest": folder.name, "config": config}, **summarise(folds), **repeats(folder, folds), **kept_extras(folder),
    }
    path.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n")
    return summary["calibration"]["temperature"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["folds", "extras", "summary"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--signers", nargs="*", default=SIGNERS)
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.what == "folds":
        run_folds(args.data, args.seeds, args.signers)
    elif args.what == "extras":
        run_extras(args.data)
    else:
        write_summary(LETTERS_FOLDER / "evaluation.json")


if __name__ == "__main__":
    main()
