import { type Letter, letterIndex } from "../letters/letters.ts";
import { cosine } from "./cosine.ts";
import type { MyHandRule } from "./my-hand-rule.ts";

/** The direction in which a person's sample of each letter lies, by letter: each of unit length. */
export type Prototypes = ReadonlyMap<Letter, Float32Array>;

/**
 * Reads a distribution [26] by a person's own hand: the logit of each letter taught gains by how near `embedding` lies to
 * their sample of it. The sum stays as it was, so how much this is a letter at all does too.
 */
export function personalize(
  distribution: Float32Array,
  embedding: Float32Array,
  hand: Prototypes,
  rule: Pick<MyHandRule, "weight" | "from">,
): Float32Array {
  if (hand.size === 0) return distribution;
  const weighed = Float64Array.from(distribution);
  for (const [letter, prototype] of hand) {
    const gain = rule.weight * Math.max(0, cosine(embedding, prototype) - rule.from);
    const index = letterIndex(letter);
    weighed[index] = (weighed[index] ?? 0) * Math.exp(gain);
  }
  const share = sum(distribution) / sum(weighed);
  return Number.isFinite(share) ? Float32Array.from(weighed, (value) => value * share) : distribution;
}

function sum(values: Float32Array | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
