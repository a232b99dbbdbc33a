import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { letters } from "../letters/letters.ts";
import { distributionOf } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { score, scoreDistribution } from "./score.ts";

const distribution = fc
  .array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 26, maxLength: 26 })
  .map((probabilities) => Float32Array.from(probabilities));

describe("scoreDistribution", () => {
  test("names the best letter and the wanted letter's probability", () => {
    const scored = scoreDistribution(distributionOf("B", 0.75), "C");
    expect(scored).toMatchObject({ letter: "B", probability: 0.75, target: "C" });
    expect(scored.targetProbability).toBeCloseTo(0.01);
    expect(scored.letterness).toBeCloseTo(1);
    expect(scored.top.map(({ letter }) => letter)).toEqual(["B", "A", "C"]);
  });

  test("gives the best letter's own probability while none is wanted", () => {
    expect(scoreDistribution(distributionOf("B", 0.75), null)).toMatchObject({
      target: null,
      targetProbability: 0.75,
    });
  });

  test("prefers the first in the alphabet of equally probable letters", () => {
    const { top } = scoreDistribution(new Float32Array(26).fill(0.5), null);
    expect(top.map(({ letter }) => letter)).toEqual(["A", "B", "C"]);
  });

  test("never misses a better letter", () => {
    fc.assert(
      fc.property(distribution, fc.constantFrom(...letters, null), (probabilities, target) => {
        const scored = scoreDistribution(probabilities, target);
        expect(scored.probability).toBe(Math.max(...probabilities));
        const [first, second, third] = scored.top.map(({ probability }) => probability);
        expect([first, second, third]).toEqual(
          [...probabilities].sort((one, other) => other - one).slice(0, 3),
        );
        expect(new Set(scored.top.map(({ letter }) => letter)).size).toBe(3);
      }),
    );
  });
});

describe("score", () => {
  test("takes the target from the reset marker", async () => {
    const value = () => valueItem(distributionOf("B", 0.75));
    const out = await runStage(score({ still: false }), [
      value(),
      resetItem(1, "C"),
      value(),
      resetItem(2, null),
      value(),
    ]);
    const targets = out.flatMap((item) => (item.type === "value" ? [item.value.target] : []));
    expect(targets).toEqual([null, "C", null]);
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(score({ still: false }), items)).toEqual(items);
  });
});
