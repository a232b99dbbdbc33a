import { expect, test } from "bun:test";
import { addResult, addRound, keptProgress, knownLetters, type Progress, progressOf } from "./progress.ts";

const full = (): Progress => {
  let progress: Progress = { letters: {} };
  progress = addResult(progress, { letter: "B", outcome: "passed", time: 3000, seenInstead: { F: 1 } });
  progress = addResult(progress, { letter: "B", outcome: "passed", time: 2000, seenInstead: { F: 1, U: 2 } });
  progress = addResult(progress, { letter: "A", outcome: "skipped", time: 2000, seenInstead: {} });
  return addRound(addRound(progress, 7), 5);
};

test("progress adds up", () => {
  expect(full()).toEqual({
    letters: {
      B: { passed: 2, skipped: 0, best: 2000, seenInstead: { F: 2, U: 2 } },
      A: { passed: 0, skipped: 1, seenInstead: {} },
    },
    bestRound: 7,
  });
  expect(knownLetters(full())).toEqual(["B"]);
});

test("progress comes back as it was kept", () => {
  expect(progressOf(JSON.parse(JSON.stringify(keptProgress(full()))))).toEqual(full());
});

test("nonsense is no progress", () => {
  for (const value of [null, undefined, "", [], 7, { version: 9, letters: {} }, { version: 1 }]) {
    expect(progressOf(value)).toEqual({ letters: {} });
  }
});

test("one odd letter leaves the others as they were kept", () => {
  const letters = {
    A: { passed: -1 },
    B: { passed: 1, skipped: 0, best: "fast", seenInstead: { F: 2, "?": 1, S: -1 } },
    AB: { passed: 1, skipped: 0 },
  };
  expect(progressOf({ version: 1, letters, bestRound: Number.NaN })).toEqual({
    letters: { B: { passed: 1, skipped: 0, seenInstead: { F: 2 } } },
  });
});
