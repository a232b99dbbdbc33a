import { expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import { mergeHandIns } from "./class-results.ts";
import { learnerKey } from "./learner-names.ts";
import { lettersInOrder, rowsInOrder } from "./order.ts";

const handIn = (learner: string, passed: Letter[], skipped: Letter[]) => ({
  ...exampleHandIn,
  learner,
  id: learner,
  results: [...passed, ...skipped].map((letter) => ({
    item: letter,
    letters: [
      {
        letter,
        outcome: passed.includes(letter) ? ("passed" as const) : ("skipped" as const),
        time: 1,
        seenInstead: {},
      },
    ],
  })),
});
const handIns = [
  handIn("Ada", ["A", "B"], ["Q"]),
  handIn("Ben", ["A", "B"], []),
  handIn("Cem", ["A"], ["Q", "B"]),
];
const results = mergeHandIns(handIns, new Map(handIns.map((one) => [learnerKey(one), one.learner])));
const names = (rows: { learner: string }[]) => rows.map(({ learner }) => learner);

test("letters stand by the alphabet, or the class's weakest first", () => {
  expect(lettersInOrder(results, "alphabet")).toEqual(["A", "B", "Q"]);
  expect(lettersInOrder(results, "weakest")).toEqual(["Q", "B", "A"]);
});

test("learners stand by name, or those who need help first, also with one letter", () => {
  expect(names(rowsInOrder(results, "alphabet", undefined))).toEqual(["Ada", "Ben", "Cem"]);
  expect(names(rowsInOrder(results, "weakest", undefined))).toEqual(["Cem", "Ada", "Ben"]);
  expect(names(rowsInOrder(results, "alphabet", "B"))).toEqual(["Cem", "Ada", "Ben"]);
  // Ben has not tried Q.
  expect(names(rowsInOrder(results, "alphabet", "Q"))).toEqual(["Ada", "Cem", "Ben"]);
});
