import { expect, test } from "bun:test";
import { letters } from "@signify/core";
import { addResult, noProgress, type Progress } from "./progress.ts";
import { weakestLetters } from "./weakest-letters.ts";

const passedAll = letters.reduce<Progress>(
  (progress, letter) => addResult(progress, { letter, outcome: "passed", time: 1000, seenInstead: {} }),
  noProgress,
);

test("letters that were skipped or read as others come before those that were passed", () => {
  let progress = addResult(passedAll, { letter: "T", outcome: "skipped", time: 1, seenInstead: {} });
  progress = addResult(progress, { letter: "R", outcome: "passed", time: 1, seenInstead: { U: 2 } });
  expect(weakestLetters(progress)).toContain("T");
  expect(weakestLetters(progress)).toContain("R");
});

test("a letter that was passed again and again is no weak one any more", () => {
  const failed = { letter: "Z", outcome: "skipped", time: 1, seenInstead: {} } as const;
  let progress = addResult(passedAll, failed);
  expect(weakestLetters(progress)).toContain("Z");
  for (let times = 0; times < 3; times += 1) progress = addResult(progress, { ...failed, outcome: "passed" });
  expect(weakestLetters(progress)).not.toContain("Z");
});

test("who has not begun begins with the first letters, six at a time", () => {
  expect(weakestLetters(noProgress)).toEqual(["A", "B", "C", "D", "E", "F"]);
});
