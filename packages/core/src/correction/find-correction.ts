import type { Letter } from "../letters/letters.ts";
import type { CorrectionKey } from "../schema/message-types.ts";
import type { FeatureName, HandFeatures } from "./hand-features.ts";
import type { HandRange, HandRanges, UsualRange } from "./hand-ranges.ts";
import { keyOfFeature } from "./key-of-feature.ts";
import { deviationOf, nearestWay, outside, rangesOf } from "./outside.ts";

/** What most keeps a hand from being read as the asked letter, and how far it is off, 0..1. */
export type FoundCorrection = { key: CorrectionKey; strength: number };

/** What is known of one hand at one moment. */
export type Showing = {
  features: HandFeatures;
  /** The letter that is wanted. */
  asked: Letter;
  /** The likeliest other letter. */
  read: Letter;
};

/** Least standard deviations outside of the asked letter's range. */
const leastOutside = 1;
/** Least standard deviations between the two letters in a feature that is to tell them apart. */
const leastApart = 1.5;
/** More standard deviations say no more. */
const mostCounted = 6;
/** Least weight of a correction: the geometric mean of the two above. */
const leastWeight = 2;
/** Four fingers are told to do the same only where each has this share of the weight of the first. */
const alike = 0.6;

const fingers = ["index", "middle", "ring", "little"] as const;

type Weights = Map<CorrectionKey, number>;

/**
 * Finds what to correct. A feature counts where the hand is outside of how the asked letter is usually signed, towards how
 * the letter that is read is signed, and where the two letters are apart in it; the further both, the heavier. A hand that
 * lies within the usual ranges calls for nothing, whatever it is read as.
 */
export function findCorrection(showing: Showing, ranges: HandRanges): FoundCorrection | undefined {
  const { features, asked, read } = showing;
  const way = nearestWay(features, ranges[asked]);
  const weights = weighParts(showing, way, nearestWay(features, ranges[read]));
  mergeFingers(weights);
  const [heaviest] = [...weights].toSorted(([, one], [, other]) => other - one);
  if (!heaviest) return undefined;
  const [key, weight] = heaviest;
  return weight < leastWeight ? undefined : { key, strength: weight / mostCounted };
}

/** The weight of each correction: that of its heaviest feature. */
function weighParts({ features, asked }: Showing, way: HandRange, theirs: HandRange): Weights {
  const weights: Weights = new Map();
  for (const [name, range] of rangesOf(way)) {
    const out = outside(features[name], range);
    const apart = Math.sign(out) * apartIn(name, range, theirs);
    if (Math.abs(out) < leastOutside || apart < leastApart) continue;
    const key = keyOfFeature({ name, tooHigh: out > 0, features, asked, way });
    if (!key) continue;
    const weight = Math.sqrt(Math.min(mostCounted, Math.abs(out)) * Math.min(mostCounted, apart));
    weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  }
  return weights;
}

/** How far the middle of another letter's range lies above that of a range, in standard deviations of both together. */
function apartIn(name: FeatureName, range: UsualRange, theirs: HandRange): number {
  const other = theirs[name];
  if (!other) return 0;
  const distance = (other[0] + other[1] - range[0] - range[1]) / 2;
  return distance / Math.hypot(deviationOf(range), deviationOf(other));
}

/** Where all four fingers are to do the same, that is one correction. */
function mergeFingers(weights: Weights): void {
  for (const change of ["bend", "straighten"] as const) {
    const keys = fingers.map((finger) => `${change}-${finger}` as const);
    const each = keys.map((key) => weights.get(key) ?? 0);
    const most = Math.max(...each);
    if (most < leastWeight || each.some((weight) => weight < Math.max(leastWeight, alike * most))) continue;
    for (const key of keys) weights.delete(key);
    weights.set(`${change}-fingers`, most);
  }
}
