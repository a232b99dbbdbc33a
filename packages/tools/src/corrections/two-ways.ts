import { type FeatureName, featureNames } from "@signify/core/correction";
import type { WeighedHand } from "./weighed-hands.ts";

/** The middle of each feature. */
type Center = Record<FeatureName, number>;

const rounds = 20;
/** A way of fewer people, or of less of all weight, is somebody's own. */
const leastPeople = 3;
const leastShare = 0.12;

/**
 * Parts the hands of a letter into the two ways in which people sign it (k-means, from the first hand and the one farthest
 * from it), measured in `deviations`; one way where the smaller is too small to be one.
 */
export function twoWays(hands: readonly WeighedHand[], deviations: Center): WeighedHand[][] {
  const [first] = hands;
  if (!first) return [];
  const distance = ({ hand }: WeighedHand, center: Center) =>
    featureNames.reduce(
      (sum, name) => sum + ((hand.features[name] - center[name]) / deviations[name]) ** 2,
      0,
    );
  const farthest = hands.reduce((far, hand) =>
    distance(hand, first.hand.features) > distance(far, first.hand.features) ? hand : far,
  );
  let centers: [Center, Center] = [first.hand.features, farthest.hand.features];
  let ways: [WeighedHand[], WeighedHand[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [one, other] = centers;
    const isFirst = (hand: WeighedHand) => distance(hand, one) < distance(hand, other);
    ways = [hands.filter(isFirst), hands.filter((hand) => !isFirst(hand))];
    centers = [centerOf(ways[0], one), centerOf(ways[1], other)];
  }
  const all = weightOf(hands);
  const isWay = (way: WeighedHand[]) =>
    weightOf(way) >= leastShare * all && new Set(way.map(({ hand }) => hand.person)).size >= leastPeople;
  return ways.every(isWay) ? ways : [[...hands]];
}

function centerOf(hands: readonly WeighedHand[], otherwise: Center): Center {
  const total = weightOf(hands);
  if (total === 0) return otherwise;
  const middles = featureNames.map((name) => {
    const sum = hands.reduce((sum, { hand, weight }) => sum + weight * hand.features[name], 0);
    return [name, sum / total];
  });
  return Object.fromEntries(middles) as Center;
}

const weightOf = (hands: readonly WeighedHand[]) => hands.reduce((sum, { weight }) => sum + weight, 0);
