import { expect, test } from "bun:test";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import type { HandIn } from "../handing-in/hand-in.ts";
import { mergeHandIns, seenInsteadOf } from "./class-results.ts";
import { learnerKey } from "./learner-names.ts";

const nameless: HandIn = {
  ...exampleHandIn,
  id: "two",
  learner: " ",
  results: [{ item: "A", letters: [{ letter: "A", outcome: "skipped", time: 500, seenInstead: { S: 1 } }] }],
};
const names = new Map([
  [learnerKey(exampleHandIn), "Ada"],
  [learnerKey(nameless), "Learner 1"],
]);

test("the class is letters × learners with times and confusions", () => {
  const results = mergeHandIns([exampleHandIn, nameless], names);
  expect(results.letters).toEqual(["A", "B"]);
  expect(results.rows).toEqual([
    {
      learner: "Ada",
      keys: ["ada-at-home/Ada"],
      handIns: [exampleHandIn],
      cells: { A: { passed: 2, tries: 2, time: 3000 }, B: { passed: 0, tries: 1, time: undefined } },
      passed: 2,
      tries: 3,
      time: 15_000,
    },
    {
      learner: "Learner 1",
      keys: ["?two"],
      handIns: [nameless],
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
  expect(results.rows.map(seenInsteadOf)).toEqual([{ A: { S: 2 }, B: { S: 1 } }, { A: { S: 1 } }]);
});

test("learners who are called the same share a row", () => {
  const { rows } = mergeHandIns([exampleHandIn, nameless], new Map([...names].map(([key]) => [key, "Ada"])));
  expect(rows.map(({ learner, keys, tries }) => ({ learner, keys, tries }))).toEqual([
    { learner: "Ada", keys: ["ada-at-home/Ada", "?two"], tries: 4 },
  ]);
});
