import { type FeatureName, featureNames, type HandFeatures } from "./hand-features.ts";
import type { HandRange, UsualRange } from "./hand-ranges.ts";

/** Half of the usual range in standard deviations, were what is measured normally distributed: 92 % lie within. */
const deviationsInHalf = 1.65;
/** Nothing is known more exactly than to so many degrees or hundredths. */
const leastDeviation = 3;
/** So many deviations outside count as much as any. */
const farthest = 4;

/** The standard deviation of what a usual range is of. */
export const deviationOf = ([low, high]: UsualRange): number =>
  Math.max(leastDeviation, (high - low) / (2 * deviationsInHalf));

/** How far a value lies outside of a usual range, in its standard deviations: negative below it, positive above, 0 within. */
export function outside(value: number, range: UsualRange): number {
  const [low, high] = range;
  return (Math.min(0, value - low) + Math.max(0, value - high)) / deviationOf(range);
}

/** The way to sign a letter that a hand comes nearest to. */
export function nearestWay(features: HandFeatures, ways: readonly HandRange[]): HandRange {
  const distances = ways.map((way) => {
    const parts = rangesOf(way).map(([name, range]) =>
      Math.min(farthest, Math.abs(outside(features[name], range))),
    );
    return parts.reduce((sum, part) => sum + part, 0);
  });
  return ways[distances.indexOf(Math.min(...distances))] ?? {};
}

/** The ranges of one way by their names. */
export function rangesOf(way: HandRange): [FeatureName, UsualRange][] {
  return featureNames.flatMap((name) => {
    const range = way[name];
    return range ? [[name, range]] : [];
  });
}
