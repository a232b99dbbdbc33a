import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { exampleHandIn, oldExampleText } from "./example-hand-in.ts";
import { handInCode } from "./hand-in-code.ts";
import { handInFile, readHandIn } from "./hand-in-forms.ts";

describe("a result that was handed in", () => {
  test("comes back from the file and from the code", () => {
    expect(readHandIn(handInFile(exampleHandIn))).toEqual(exampleHandIn);
    expect(readHandIn(`\n ${handInCode(exampleHandIn)} \n`)).toEqual(exampleHandIn);
  });

  test("of the version before, which knew no learner's id, is read as it was", () => {
    expect(readHandIn(oldExampleText)).toEqual({ ...exampleHandIn, learnerId: "" });
    const { learnerId: _, ...before } = exampleHandIn;
    const file = JSON.stringify({ kind: "signify-result", version: 1, ...before });
    expect(readHandIn(file)).toEqual({ ...exampleHandIn, learnerId: "" });
  });

  test("is refused when it is something else", () => {
    const json = JSON.parse(handInFile(exampleHandIn));
    const letter = { letter: "A", outcome: "passed", time: 1, seenInstead: {} };
    for (const wrong of [
      "",
      "hello",
      "{}",
      "[]",
      "null",
      "SIGNIFY1.@@",
      "SIGNIFY1.",
      JSON.stringify({ ...json, version: 2 }),
      JSON.stringify({ ...json, kind: "x" }),
      JSON.stringify({ ...json, learner: 5 }),
      JSON.stringify({ ...json, learner: "x".repeat(41) }),
      JSON.stringify({ ...json, learnerId: 5 }),
      JSON.stringify({ ...json, finishedAt: "soon" }),
      JSON.stringify({ ...json, finishedAt: "1900-01-01T00:00:00.000Z" }),
      JSON.stringify({ ...json, results: [{ item: "<b>", letters: [] }] }),
      JSON.stringify({ ...json, results: [{ item: "A", letters: [{ letter: "AA" }] }] }),
      JSON.stringify({ ...json, results: [{ item: "A", letters: [{ ...letter, time: -1 }] }] }),
      JSON.stringify({
        ...json,
        results: [{ item: "A", letters: [{ ...letter, seenInstead: { S: 0.5 } }] }],
      }),
    ]) {
      expect(readHandIn(wrong)).toBeUndefined();
    }
  });

  test("any text is read without an exception", () => {
    fc.assert(fc.property(fc.string(), (text) => readHandIn(text) === undefined));
    fc.assert(fc.property(fc.jsonValue(), (value) => readHandIn(JSON.stringify(value)) === undefined));
  });
});
