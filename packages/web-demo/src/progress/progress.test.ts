import { expect, test } from "bun:test";
import {
  addResult,
  addRound,
  deleteProgress,
  knownLetters,
  loadProgress,
  type Progress,
  type Storage,
  saveProgress,
} from "./progress.ts";

function memory(): Storage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}

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

test("progress is stored, read again, and deleted", () => {
  const storage = memory();
  saveProgress(storage, full());
  expect(loadProgress(storage)).toEqual(full());
  deleteProgress(storage);
  expect(storage.values.size).toBe(0);
  expect(loadProgress(storage)).toEqual({ letters: {} });
});

test("nonsense in the store is no progress", () => {
  const storage = memory();
  for (const text of ["", "{", "[]", "7", '{"version":9,"letters":{}}', '{"version":1}']) {
    storage.setItem("signify.progress", text);
    expect(loadProgress(storage)).toEqual({ letters: {} });
  }
  storage.setItem(
    "signify.progress",
    '{"version":1,"letters":{"A":{"passed":-1},"B":{"passed":1,"skipped":0}}}',
  );
  expect(loadProgress(storage)).toEqual({ letters: { B: { passed: 1, skipped: 0, seenInstead: {} } } });
});

test("a browser that forbids storing does not stop the practice", () => {
  const storage: Storage = {
    getItem() {
      throw new Error("denied");
    },
    setItem() {
      throw new Error("full");
    },
    removeItem() {
      throw new Error("denied");
    },
  };
  expect(loadProgress(storage)).toEqual({ letters: {} });
  saveProgress(storage, full());
  deleteProgress(storage);
  expect(loadProgress(undefined)).toEqual({ letters: {} });
});
