import { expect, test } from "bun:test";
import { createKeptValue } from "../shell/kept-value.ts";
import { createMemoryStorage } from "../shell/memory-storage.ts";
import { createProgressStore } from "./progress-store.ts";

const open = (storage = createMemoryStorage()) => createProgressStore(createKeptValue(storage, "progress"));

test("progress is there the next time", () => {
  const storage = createMemoryStorage();
  const { progress, keepResult, keepRound } = open(storage);
  keepResult({ letter: "B", outcome: "passed", time: 3000, seenInstead: { F: 1 } });
  keepResult({ letter: "A", outcome: "skipped", time: 2000, seenInstead: {} });
  keepRound(7);
  expect(progress.value).toEqual({
    letters: {
      B: { passed: 1, skipped: 0, best: 3000, seenInstead: { F: 1 } },
      A: { passed: 0, skipped: 1, seenInstead: {} },
    },
    bestRound: 7,
  });
  expect(open(storage).progress.value).toEqual(progress.value);
});

test("forgotten progress leaves no trace", () => {
  const storage = createMemoryStorage();
  const { progress, keepRound, forgetProgress } = open(storage);
  keepRound(7);
  forgetProgress();
  expect(progress.value).toEqual({ letters: {} });
  expect(storage.values.size).toBe(0);
});

test("a browser that keeps nothing does not stop the practice", () => {
  const { progress, keepRound } = createProgressStore(createKeptValue(undefined, "progress"));
  keepRound(3);
  expect(progress.value.bestRound).toBe(3);
});
