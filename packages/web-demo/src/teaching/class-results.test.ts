import { describe, expect, test } from "bun:test";
import { addHandIns, mergeHandIns } from "./class-results.ts";
import { exampleHandIn } from "./example-hand-in.ts";
import type { HandIn } from "./hand-in.ts";

const nameless: HandIn = {
  ...exampleHandIn,
  id: "two",
  learner: " ",
  results: [{ item: "A", letters: [{ letter: "A", outcome: "skipped", time: 500, seenInstead: { S: 1 } }] }],
};

describe("the class", () => {
  test("is letters × learners with times and confusions", () => {
    const results = mergeHandIns([exampleHandIn, nameless], (number) => `Learner ${number}`);
    expect(results.letters).toEqual(["A", "B"]);
    expect(results.rows).toEqual([
      {
        learner: "Ada",
        cells: { A: { passed: 2, tries: 2, time: 3000 }, B: { passed: 0, tries: 1, time: undefined } },
        passed: 2,
        tries: 3,
        time: 15_000,
      },
      {
        learner: "Learner 1",
        cells: { A: { passed: 0, tries: 1, time: undefined } },
        passed: 0,
        tries: 1,
        time: 500,
      },
    ]);
    expect(results.passedShare.A).toBeCloseTo(2 / 3);
    expect(results.confusions).toEqual([
      { wanted: "A", seen: "S", count: 3, learners: 2 },
      { wanted: "B", seen: "S", count: 1, learners: 1 },
    ]);
  });

  test("takes a file that is given twice once", () => {
    expect(addHandIns([exampleHandIn], [{ ...exampleHandIn }, nameless])).toHaveLength(2);
  });
});
