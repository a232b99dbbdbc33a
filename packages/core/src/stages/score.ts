import { type Letter, letterAt, letterIndex } from "../letters/letters.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";
import { createJudge, type Judge } from "../verdict/create-judge.ts";
import type { VerdictRule } from "../verdict/verdict-rule.ts";

/** What is read from one frame's smoothed distribution. */
export type Score = Pick<
  ServerMessageOf<"prediction">,
  "letter" | "probability" | "target" | "targetProbability" | "verdict" | "letterness" | "top"
>;

/** Options of {@link score}. */
export type ScoreOptions = {
  /** When a target counts as shown; without it there is no verdict. */
  rule?: VerdictRule | undefined;
  /** Whether each frame stands for itself. */
  still: boolean;
};

/**
 * Distribution → best letter, the target's probability, and whether the target is shown. Keeps the target, which comes
 * with the reset marker, and how long it has been shown.
 */
export function score({ rule, still }: ScoreOptions): Stage<Flow<Float32Array>, Flow<Score>> {
  return eachValue(() => {
    let target: Letter | null = null;
    let judge: Judge | undefined;
    return {
      reset: (marker) => {
        target = marker.target;
        judge = target && rule ? createJudge({ rule, target, still }) : undefined;
      },
      value: ({ frame, value: distribution }) => {
        const verdict = judge?.(distribution) ?? null;
        return { type: "value", frame, value: { ...scoreDistribution(distribution, target), verdict } };
      },
    };
  });
}

/** Reads one distribution [26]. Of equally probable letters the first in the alphabet wins. */
export function scoreDistribution(distribution: Float32Array, target: Letter | null): Omit<Score, "verdict"> {
  const top = likeliest(distribution, 3).map((index) => ({
    letter: letterAt(index),
    probability: distribution[index] ?? 0,
  }));
  const [best] = top;
  if (!best) throw new RangeError("expected a distribution over 26 letters");
  return {
    ...best,
    target,
    targetProbability: target ? (distribution[letterIndex(target)] ?? 0) : best.probability,
    letterness: distribution.reduce((sum, probability) => sum + probability, 0),
    top,
  };
}

/** The indices of the greatest numbers, the greatest first; of equal ones the first. */
function likeliest(numbers: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    let place = best.length;
    while (place > 0 && number > (numbers[best[place - 1] ?? 0] ?? 0)) place--;
    if (place === count) continue;
    best.splice(place, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}
