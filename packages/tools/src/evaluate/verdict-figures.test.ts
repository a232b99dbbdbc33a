import { expect, test } from "bun:test";
import { distributionOf, testVerdictRule } from "@signify/core/testing";
import { passesOf, sumVerdicts, tallyVerdicts } from "./verdict-figures.ts";

const rule = testVerdictRule();

test("a letter passes at its mark for three readings in a row, or at once in a still", () => {
  const [b, f] = [distributionOf("B", 0.5), distributionOf("F", 0.5)];
  expect(passesOf([b, b, f, b, b], rule, false)).toEqual([]);
  expect(passesOf([b, b, b, f, f, f], rule, false)).toEqual(["B", "F"]);
  expect(passesOf([b], rule, true)).toEqual(["B"]);
});

test("each letter's own passes, and those of other letters with the one that passes most", () => {
  const verdicts = tallyVerdicts([
    { wanted: "A", passes: ["A"] },
    { wanted: "A", passes: [] },
    { wanted: "S", passes: ["S", "A"] },
    { wanted: "S", passes: ["S"] },
    { wanted: "B", passes: ["B"] },
    { wanted: "B", passes: [] },
  ]);
  expect(verdicts.letters.A).toEqual({ passed: 0.5, falsePassed: 0.25, mostBy: "S", mostFalsePassed: 0.5 });
  expect(verdicts.letters.B).toEqual({ passed: 0.5, falsePassed: 0, mostBy: null, mostFalsePassed: 0 });
  expect(Object.keys(verdicts.letters)).toEqual(["A", "B", "S"]);
  expect(verdicts.passed).toBeCloseTo(4 / 6, 4);
  expect(verdicts.falsePassed).toBeCloseTo(1 / 150, 5);
});

test("what is no letter can only pass falsely", () => {
  expect(sumVerdicts([{ wanted: null, passes: ["D", "Z"] }])).toEqual({ passed: null, falsePassed: 0.07692 });
});
