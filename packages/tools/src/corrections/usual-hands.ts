import type { Letter } from "@signify/core";
import {
  between,
  cross,
  dot,
  type HandPoints,
  inPalm,
  type PalmFrame,
  palmFrame,
  pointOf,
  scaled,
  unit,
  type Vector,
} from "@signify/core/correction";
import type { RecordedHand } from "./recorded-hand.ts";
import { type WeighedHand, weighHands } from "./weighed-hands.ts";
import { weightedQuantile } from "./weighted-quantile.ts";

/** The middle of how a letter is signed: how the palm lies, and along its axes the direction of the bone that ends in each point. */
export type UsualHand = { palm: PalmFrame; bones: readonly Vector[] };

/** The point from which the bone comes that ends in another: the wrist for those at the palm. */
export const boneStart = (point: number): number => (point % 4 === 1 ? 0 : Math.max(0, point - 1));

/** The usual hand of each letter, every person counting alike. */
export function usualHands(hands: readonly RecordedHand[]): Map<Letter, UsualHand> {
  const byLetter = Map.groupBy(hands, ({ letter }) => letter);
  return new Map([...byLetter].map(([letter, own]) => [letter, usualHand(weighHands(own))]));
}

function usualHand(weighed: readonly WeighedHand[]): UsualHand {
  const seen = weighed.flatMap(({ hand, weight }) => {
    const palm = palmFrame(hand.points);
    return palm ? [{ palm, weight, bones: bonesOf(hand.points, palm) }] : [];
  });
  const middle = (get: (one: (typeof seen)[number]) => Vector): Vector => {
    const axis = (number: 0 | 1 | 2) =>
      weightedQuantile(
        seen.map((one) => ({ value: get(one)[number], weight: one.weight })),
        0.5,
      );
    return unit([axis(0), axis(1), axis(2)]);
  };
  const up = middle(({ palm }) => palm.up);
  const width = middle(({ palm }) => palm.side);
  const side = unit(between(scaled(up, dot(width, up)), width));
  return {
    palm: { up, side, out: cross(side, up), size: 1 },
    bones: Array.from({ length: 21 }, (_, point) => middle(({ bones }) => bones[point] ?? [0, 0, 0])),
  };
}

function bonesOf(points: HandPoints, palm: PalmFrame): Vector[] {
  return points.map((point, number) =>
    inPalm(palm, unit(between(pointOf(points, boneStart(number)), point))),
  );
}
