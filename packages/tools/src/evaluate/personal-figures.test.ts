import { describe, expect, test } from "bun:test";
import { type Letter, letterIndex } from "@signify/core";
import { distributionOf, embeddingOf, testRules } from "@signify/core/testing";
import { seededRandom } from "../random/seeded-random.ts";
import { type PersonSample, personalAccuracy, personalFigures } from "./personal-figures.ts";

const { myHand } = testRules();

/** A still sample of a letter that the model takes for another one, with so much of the letter itself. */
function sample(wanted: Letter, looksLike: Letter, own = 0.05): PersonSample {
  const distribution = distributionOf(looksLike, 0.8);
  distribution[letterIndex(wanted)] = Math.max(own, distribution[letterIndex(wanted)] ?? 0);
  return {
    wanted,
    read: { still: true, atEnd: 1, readings: [{ distribution, embedding: embeddingOf(looksLike) }] },
  };
}
const figures = (samples: PersonSample[], samplesPerLetter = 1) =>
  personalFigures(samples, { ...{ size: 5, myHand, samplesPerLetter, draws: 4 }, random: seededRandom(1) });

describe("personalFigures", () => {
  test("reads the samples that were not taught by those that were", () => {
    const samples = [...Array(3)]
      .map(() => sample("G", "X"))
      .concat([...Array(2)].map(() => sample("B", "B")));
    const result = figures(samples);
    expect(result).toEqual({ right: 12, tested: 12, refused: 0, taught: 8 });
    expect(personalAccuracy([result])).toBe(1);
  });

  test("does not teach what the product would refuse, and counts it", () => {
    const result = figures([sample("G", "X", 0.001), sample("G", "X", 0.001)]);
    expect(result).toEqual({ right: 0, tested: 4, refused: 4, taught: 4 });
  });

  test("teaches no movements, and tests them all", () => {
    expect(figures([sample("J", "J"), sample("J", "J")])).toEqual({
      right: 8,
      tested: 8,
      refused: 0,
      taught: 0,
    });
  });

  test("has nothing to say where everything was taught", () => {
    expect(personalAccuracy([figures([sample("G", "X"), sample("G", "X")], 3)])).toBeNull();
  });

  test("is the same for the same seed", () => {
    const samples = [
      sample("G", "X"),
      sample("G", "Y"),
      sample("G", "B"),
      sample("X", "X"),
      sample("B", "B"),
    ];
    expect(figures(samples)).toEqual(figures(samples));
  });
});
