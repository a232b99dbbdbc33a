import { describe, expect, test } from "bun:test";
import { letters } from "../letters/letters.ts";
import { featureNames } from "./hand-features.ts";
import { readHandRanges } from "./read-hand-ranges.ts";

const row = featureNames.map((name, column) => (name === "up" ? null : [column, column + 5]));
const all = Object.fromEntries(letters.map((letter) => [letter, [row]]));
const whole = { features: featureNames, letters: { ...all, G: [row, row] } };

describe("readHandRanges", () => {
  test("reads every way of every letter, by the names of the features", () => {
    const ranges = readHandRanges(whole);
    expect(Object.keys(ranges)).toEqual([...letters]);
    expect(ranges.G).toHaveLength(2);
    expect(ranges.A[0]).toMatchObject({ indexKnuckle: [0, 5], facingUp: [25, 30] });
    expect(ranges.A[0]).not.toHaveProperty("up");
  });

  const { B: _, ...withoutB } = all;
  test.each<[string, unknown]>([
    ["nothing", null],
    ["other features", { ...whole, features: ["indexKnuckle"] }],
    ["a letter too few", { ...whole, letters: withoutB }],
    ["no way to sign a letter", { ...whole, letters: { ...all, A: [] } }],
    ["a column too few", { ...whole, letters: { ...all, A: [row.slice(1)] } }],
    ["a range upside down", { ...whole, letters: { ...all, A: [row.map(() => [2, 1])] } }],
    ["a range that is no number", { ...whole, letters: { ...all, A: [row.map(() => ["1", 2])] } }],
  ])("%s: one sentence that says what to do", (_, value) => {
    expect(() => readHandRanges(value)).toThrow("Expected hand-ranges.json to have the features");
  });
});
