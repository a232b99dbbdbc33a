import { type HandSamples, type Letter, letterAt, type MyHandRule, meanOf, personalize } from "@signify/core";
import type { ReadClip } from "./read-clip.ts";

/** How readings become what a learner is told. */
export type Smoothing = {
  /** Distributions in the moving mean. */
  size: number;
  myHand: MyHandRule;
};

/** The smoothed distributions of a clip, one for each reading, by a person's hand or by nobody's. */
export function smoothed(
  { readings, still }: ReadClip,
  { size, myHand }: Smoothing,
  hand: HandSamples = new Map(),
): Float32Array[] {
  const personal = readings.map(({ distribution, embedding }) =>
    personalize(distribution, embedding, hand, myHand),
  );
  return personal.map((_, index) =>
    meanOf(personal.slice(still ? index : Math.max(0, index + 1 - size), index + 1)),
  );
}

/** The likeliest letter; null where there is no distribution. */
export function likeliest(distribution: Float32Array | undefined): Letter | null {
  return distribution ? letterAt(distribution.indexOf(Math.max(...distribution))) : null;
}
