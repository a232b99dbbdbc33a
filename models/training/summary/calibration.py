"""How honest the probabilities are."""
import numpy as np

from measures.reliability import reliability
from measures.shares import rounded, spread
from measures.signer_weights import signer_weights
from measures.softmax import softmax
from measures.temperature import fit_temperature
from summary.kept_folds import KeptFolds


def temperature_by_seed(folds: KeptFolds) -> list[float]:
    """For each seed the temperature that suits all held-out signers, each counting alike."""
    weights = signer_weights(folds.owner)
    return [
        fit_temperature(folds.pooled("headline/logits", seed), folds.pooled("headline/letter", seed), weights)
        for seed in folds.seeds
    ]


def one_temperature(temperatures: list[float]) -> float:
    """The temperature that goes into the graph: the geometric mean over seeds."""
    return float(np.exp(np.mean(np.log(temperatures))))


def calibration(folds: KeptFolds, temperatures: list[float]) -> dict:
    """`calibration`, measured with each signer's temperature fitted on the others."""
    weights = signer_weights(folds.owner)
    probabilities = [probabilities_by_others(folds, seed) for seed in folds.seeds]
    confidence = [p.max(1) for p in probabilities]
    hits = [p.argmax(1) == folds.pooled("headline/letter", s) for p, s in zip(probabilities, folds.seeds)]
    of_all = np.tile(weights, len(folds.seeds)) / len(folds.seeds)
    return {
        "temperature": rounded(one_temperature(temperatures)),
        "temperatureBySeed": [rounded(temperature) for temperature in temperatures],
        "expectedCalibrationError": spread([reliability(c, h, weights)[0] for c, h in zip(confidence, hits)]),
        "bins": reliability(np.concatenate(confidence), np.concatenate(hits), of_all)[1],
    }


def probabilities_by_others(folds: KeptFolds, seed: int) -> np.ndarray:
    """[n, 26] the pooled headline with each signer's temperature fitted on all other signers."""
    logits, letters = folds.pooled("headline/logits", seed), folds.pooled("headline/letter", seed)
    probabilities = np.empty_like(logits)
    for number in range(len(folds.signers)):
        own = folds.owner == number
        temperature = fit_temperature(logits[~own], letters[~own], signer_weights(folds.owner[~own]))
        probabilities[own] = softmax(logits[own], temperature)
    return probabilities
