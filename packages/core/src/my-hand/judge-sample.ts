import { type Letter, letterAt, letterIndex, letters } from "../letters/letters.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";
import { cosine } from "./cosine.ts";
import type { MyHandRule } from "./my-hand-rule.ts";

/** Why a sample is not taken for its letter, and what it looks like instead. */
export type SampleRefusal = Pick<ServerMessageOf<"hand.refused">, "reason" | "seen">;

/** One sample: what was read of it, without anybody's hand, and the direction of its embedding. */
export type HandSample = { distribution: Float32Array; direction: Float32Array };

/**
 * Whether a sample may be taught as `letter`: the letter must be among those that this may be, and others must not sign
 * another one like this. `undefined` when nothing speaks against it.
 */
export function judgeSample(
  letter: Letter,
  { distribution, direction }: HandSample,
  { plausible, others, dimensions, margin }: MyHandRule,
): SampleRefusal | undefined {
  const own = distribution[letterIndex(letter)] ?? 0;
  const likelier = distribution.filter((probability) => probability > own).length;
  if (own < plausible.probability || likelier > plausible.rank) {
    return { reason: "implausible", seen: letterAt(distribution.indexOf(Math.max(...distribution))) };
  }
  const nearness = letters.map((_, index) =>
    cosine(direction, others.subarray(index * dimensions, (index + 1) * dimensions)),
  );
  const nearest = nearness.indexOf(Math.max(...nearness));
  const ahead = (nearness[nearest] ?? 0) - (nearness[letterIndex(letter)] ?? 0);
  return ahead > margin ? { reason: "other-letter", seen: letterAt(nearest) } : undefined;
}
