import { expect, test } from "bun:test";
import { addWord, keptScore, noScore, scoreOf } from "./reading-score.ts";

const full = [true, true, false, true].reduce(addWord, noScore);

test("words in a row are counted until one is missed", () => {
  expect(full).toEqual({ read: 3, missed: 1, row: 1, bestRow: 2 });
});

test("the score comes back as it was kept, and nonsense is none", () => {
  expect(scoreOf(JSON.parse(JSON.stringify(keptScore(full))))).toEqual(full);
  for (const value of [
    null,
    [],
    7,
    { version: 2 },
    { ...keptScore(full), row: -1 },
    { version: 1, read: 1 },
  ]) {
    expect(scoreOf(value)).toEqual(noScore);
  }
});
