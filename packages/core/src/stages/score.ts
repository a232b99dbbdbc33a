import type { Flow, Stage } from "../flow.ts";
import { type Letter, letterAt, letterIndex } from "../letters.ts";

/** A letter and its probability, 0..1. */
export type ScoredLetter = { letter: Letter; probability: number };

/** What is read from one frame's smoothed distribution. */
export type Score = ScoredLetter & {
  target: Letter | null;
  /** The wanted letter's probability; the best letter's own while none is wanted. */
  targetProbability: number;
  /** How much this is a letter at all, 0..1: the sum of all letters' probabilities. */
  letterness: number;
  /** The three best letters, best first. */
  top: ScoredLetter[];
};

/** Distribution → best letter and the target's probability. Keeps the target, which comes with the reset marker. */
export function score(): Stage<Flow<Float32Array>, Flow<Score>> {
  return async function* (source) {
    let target: Letter | null = null;
    for await (const item of source) {
      if (item.type === "reset") target = item.target;
      if (item.type !== "value") yield item;
      else yield { ...item, value: scoreDistribution(item.value, target) };
    }
  };
}

/** Reads one distribution [26]. Of equally probable letters the first in the alphabet wins. */
export function scoreDistribution(distribution: Float32Array, target: Letter | null): Score {
  const ranked = Array.from(distribution, (probability, index) => ({
    letter: letterAt(index),
    probability,
  })).sort((one, other) => other.probability - one.probability);
  const [best] = ranked;
  if (!best) throw new RangeError("expected a distribution over 26 letters");
  return {
    ...best,
    target,
    targetProbability: target ? (distribution[letterIndex(target)] ?? 0) : best.probability,
    letterness: distribution.reduce((sum, probability) => sum + probability, 0),
    top: ranked.slice(0, 3),
  };
}
