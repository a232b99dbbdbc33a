import { type HandRanges, type Letter, letters } from "@signify/core";
import { type FeatureName, featureNames, type HandRange, type UsualRange } from "@signify/core/correction";
import type { RecordedHand } from "./recorded-hand.ts";
import { twoWays } from "./two-ways.ts";
import { type WeighedHand, weighHands } from "./weighed-hands.ts";
import { weightedQuantile } from "./weighted-quantile.ts";

/** Share of the people that may lie outside of a usual range on either side. */
const outermost = 0.04;
/** Letters that people sign in ways that differ: from either face, with the hand down or to the side. */
const inTwoWays = "GHPQ";
/** A finger is 3 degrees, or hundredths of the palm, off for no reason. */
const leastDeviation = 3;

/**
 * How people sign each letter: ranges that hold what is usual among these hands, every person counting alike, in whole
 * degrees and hundredths. A J has the handshape of an I; of J and Z, which move the hand, only fingers and thumb are said.
 */
export function measureRanges(hands: readonly RecordedHand[]): HandRanges {
  const byLetter = Map.groupBy(hands, ({ letter }) => letter);
  const waysOf = (letter: Letter): HandRange[] => {
    const own = byLetter.get(letter) ?? [];
    const weighed = weighHands(letter === "J" ? [...own, ...(byLetter.get("I") ?? [])] : own);
    if (weighed.length === 0) throw new Error(`Expected somebody who shows ${letter}.`);
    const names = featureNames.filter((name) => isOfLetter(letter, name));
    const ways = inTwoWays.includes(letter) ? twoWays(weighed, deviationsIn(weighed)) : [weighed];
    return ways.map((way) => Object.fromEntries(names.map((name) => [name, rangeOf(way, name)])));
  };
  return Object.fromEntries(letters.map((letter) => [letter, waysOf(letter)])) as Record<Letter, HandRange[]>;
}

/** Whether a feature says something of a letter. */
function isOfLetter(letter: Letter, name: FeatureName): boolean {
  if (!"JZ".includes(letter)) return true;
  return /Knuckle$|Curl$/.test(name) || (letter === "J" && name.startsWith("thumb"));
}

function rangeOf(way: readonly WeighedHand[], name: FeatureName): UsualRange {
  const values = way.map(({ hand, weight }) => ({ value: hand.features[name], weight }));
  return [whole(weightedQuantile(values, outermost)), whole(weightedQuantile(values, 1 - outermost))];
}

/** The nearest whole number, which is never -0. */
const whole = (value: number) => Math.round(value) || 0;

function deviationsIn(hands: readonly WeighedHand[]): Record<FeatureName, number> {
  const widths = featureNames.map((name) => {
    const [low, high] = rangeOf(hands, name);
    return [name, Math.max(leastDeviation, (high - low) / 2)];
  });
  return Object.fromEntries(widths) as Record<FeatureName, number>;
}
