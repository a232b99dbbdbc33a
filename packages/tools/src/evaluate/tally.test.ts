import { describe, expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { evaluationTable, summarize, tallySource } from "./tally.ts";

const read = (pairs: string): { wanted: Letter; read: Letter | null }[] =>
  pairs
    .split(" ")
    .map(([wanted, got]) => ({ wanted: wanted as Letter, read: got === "-" ? null : (got as Letter) }));

test("a source is counted in all and by letter; what was not read counts as wrong", () => {
  expect(tallySource("one", read("AA AA AB B- BB CC"))).toEqual({
    file: "one",
    accuracy: 0.6667,
    samples: 6,
    letters: { A: 0.6667, B: 0.5, C: 1 },
  });
});

test("sources count the same, however many samples they have", () => {
  const many = tallySource("many", read("AA AA AA AA"));
  const few = tallySource("few", read("AA AB"));
  expect(summarize([many, few])).toMatchObject({ mean: 0.75, worst: 0.5 });
});

describe("a source without a sample", () => {
  const nothing = tallySource("nothing", []);
  test("says nothing of accuracy", () => {
    expect(nothing).toEqual({ file: "nothing", accuracy: null, samples: 0, letters: {} });
  });
  test("does not count in mean and worst", () => {
    expect(summarize([nothing, tallySource("one", read("AA AB"))])).toMatchObject({ mean: 0.5, worst: 0.5 });
  });
  test("has its row all the same", () => {
    expect(evaluationTable(summarize([nothing]))).toContain("nothing");
  });
});

test("the JSON of an evaluation never holds what is not a number", () => {
  expect(JSON.parse(JSON.stringify(summarize([])))).toEqual({ mean: null, worst: null, sources: [] });
});

test("the table names each source and its weakest letters, weakest first", () => {
  const table = evaluationTable(summarize([tallySource("one.safetensors", read("AA AA AB BC CC"))]));
  const [head, row, foot] = table.split("\n");
  expect(head).toStartWith("source");
  expect(row).toBe("one.safetensors  0.6000        5  B 0.00  A 0.67");
  expect(foot).toBe("mean 0.6000, worst 0.6000");
});
