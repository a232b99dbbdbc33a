import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addHandIns, mergeHandIns } from "./class-results.ts";
import { type HandIn, handInFile, handInText, readHandIn } from "./hand-in.ts";
import { csvCell, resultsCsv } from "./results-csv.ts";

const ada: HandIn = {
  id: "one",
  task: "K7F-QX2",
  title: "Week 1",
  learner: "Ada",
  finishedAt: "2026-11-23T09:00:00.000Z",
  results: [
    { item: "A", letters: [{ letter: "A", outcome: "passed", time: 2000, seenInstead: { S: 2 } }] },
    {
      item: "AB",
      letters: [
        { letter: "A", outcome: "passed", time: 4000, seenInstead: {} },
        { letter: "B", outcome: "skipped", time: 9000, seenInstead: { S: 1 } },
      ],
    },
  ],
};
const nameless: HandIn = {
  ...ada,
  id: "two",
  learner: " ",
  results: [{ item: "A", letters: [{ letter: "A", outcome: "skipped", time: 500, seenInstead: { S: 1 } }] }],
};

describe("a result that was handed in", () => {
  test("comes back from the file and from the text", () => {
    expect(readHandIn(handInFile(ada))).toEqual(ada);
    expect(readHandIn(`\n ${handInText(ada)} \n`)).toEqual(ada);
  });

  test("is refused when it is something else", () => {
    const json = JSON.parse(handInFile(ada));
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

describe("the class", () => {
  test("is letters × learners with times and confusions", () => {
    const results = mergeHandIns([ada, nameless], (number) => `Learner ${number}`);
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
    expect(addHandIns([ada], [{ ...ada }, nameless])).toHaveLength(2);
  });
});

describe("the table for spreadsheets", () => {
  test("has one line for each letter", () => {
    const lines = resultsCsv([ada]).split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe("Ada,K7F-QX2,Week 1,2026-11-23T09:00:00.000Z,A,A,passed,2.0,S×2");
  });

  test("runs no formula", () => {
    for (const evil of ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r\n=1", "＝1"]) {
      expect(csvCell(evil)).toStartWith(`"'`);
    }
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(csvCell("Ada")).toBe("Ada");
    expect(csvCell("Lovelace, Ada")).toBe('"Lovelace, Ada"');
  });
});
