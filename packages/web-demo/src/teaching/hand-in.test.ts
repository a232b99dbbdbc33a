import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { exampleHandIn } from "./example-hand-in.ts";
import { handInFile, handInText, readHandIn } from "./hand-in.ts";

describe("a result that was handed in", () => {
  test("comes back from the file and from the text", () => {
    expect(readHandIn(handInFile(exampleHandIn))).toEqual(exampleHandIn);
    expect(readHandIn(`\n ${handInText(exampleHandIn)} \n`)).toEqual(exampleHandIn);
  });

  test("is refused when it is something else", () => {
    const json = JSON.parse(handInFile(exampleHandIn));
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
      JSON.stringify({ ...json, finishedAt: "soon" }),
      JSON.stringify({ ...json, results: [{ item: "<b>", letters: [] }] }),
      JSON.stringify({ ...json, results: [{ item: "A", letters: [{ letter: "AA" }] }] }),
      JSON.stringify({
        ...json,
        results: [{ item: "A", letters: [{ letter: "A", outcome: "passed", time: -1, seenInstead: {} }] }],
      }),
      JSON.stringify({
        ...json,
        results: [
          { item: "A", letters: [{ letter: "A", outcome: "passed", time: 1, seenInstead: { S: 0.5 } }] },
        ],
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
