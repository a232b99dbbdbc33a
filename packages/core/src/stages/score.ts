import { type Letter, letterAt, letterIndex } from "../letters/letters.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";

/** What is read from one frame's smoothed distribution. */
export type Score = Pick<
  ServerMessageOf<"prediction">,
  "letter" | "probability" | "target" | "targetProbability" | "letterness" | "top"
>;

/** Distribution → best letter and the target's probability. Keeps the target, which comes with the reset marker. */
export function score(): Stage<Flow<Float32Array>, Flow<Score>> {
  return eachValue(() => {
    let target: Letter | null = null;
    return {
      reset: (marker) => {
        target = marker.target;
      },
      value: (item) => ({ ...item, value: scoreDistribution(item.value, target) }),
    };
  });
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
