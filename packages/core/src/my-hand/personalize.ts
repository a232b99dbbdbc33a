import { type Letter, letterIndex } from "../letters/letters.ts";
import { cosine } from "./cosine.ts";
import type { MyHandRule } from "./my-hand-rule.ts";

/** A person's samples of the letters they taught: directions of unit length, one or more of each. */
export type HandSamples = ReadonlyMap<Letter, readonly Float32Array[]>;

/**
 * Reads a distribution [26] by a person's own hand. The logit of each letter taught moves by how near `embedding` lies to
 * their nearest sample of it: up above a floor, and down by how much nearer another taught letter is. The letters that
 * cannot be taught keep their probability; the others share the rest, so the sum, how much this is a letter, stays too.
 */
export function personalize(
  distribution: Float32Array,
  embedding: Float32Array,
  hand: HandSamples,
  { letters, gain, floor, contrast }: Pick<MyHandRule, "letters" | "gain" | "floor" | "contrast">,
): Float32Array {
  if (hand.size === 0) return distribution;
  const nearness = new Map<Letter, number>();
  for (const [letter, samples] of hand)
    nearness.set(letter, Math.max(...samples.map((sample) => cosine(embedding, sample))));
  const nearest = Math.max(...nearness.values());

  const weighed = Float64Array.from(distribution);
  let [before, after] = [0, 0];
  for (const letter of letters) {
    const index = letterIndex(letter);
    const near = nearness.get(letter);
    before += weighed[index] ?? 0;
    if (near !== undefined) {
      const moved = gain * Math.max(0, near - floor) + contrast * (near - nearest);
      weighed[index] = (weighed[index] ?? 0) * Math.exp(moved);
    }
    after += weighed[index] ?? 0;
  }
  if (!(after > 0)) return distribution;
  for (const letter of letters) {
    const index = letterIndex(letter);
    weighed[index] = ((weighed[index] ?? 0) * before) / after;
  }
  return Float32Array.from(weighed);
}
