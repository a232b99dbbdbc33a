import type { ReadLetters } from "../letters/read-letters.ts";
import type { MyHandRule } from "../my-hand/my-hand-rule.ts";
import { type HandSamples, personalize } from "../my-hand/personalize.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";

/** Options of {@link byMyHand}. */
export type ByMyHandOptions = {
  rule: MyHandRule | undefined;
  /** The learner's hand at this moment; a new target leaves it as it is. */
  hand: () => HandSamples;
};

/** Distribution and embedding → the distribution as the learner's own hand has it; without one it stays as it is. */
export function byMyHand({ rule, hand }: ByMyHandOptions): Stage<Flow<ReadLetters>, Flow<Float32Array>> {
  return eachValue(() => ({
    value: ({ frame, value: { distribution, embedding } }) => {
      const value = rule ? personalize(distribution, embedding, hand(), rule) : distribution;
      return { type: "value", frame, value };
    },
  }));
}
