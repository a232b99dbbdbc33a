import { expect, test } from "bun:test";
import { advanceRun, currentLetter, isRepeat, runTime, startRun } from "./letter-run.ts";

const passed = (letter: "A" | "L", time: number) =>
  ({ letter, outcome: "passed", time, seenInstead: {} }) as const;

test("a run goes letter by letter, and says when a letter comes twice", () => {
  let run = startRun(["A", "L", "L"]);
  expect(currentLetter(run)).toBe("A");
  run = advanceRun(run, passed("A", 100));
  expect(isRepeat(run)).toBe(false);
  run = advanceRun(run, passed("L", 50));
  expect(currentLetter(run)).toBe("L");
  expect(isRepeat(run)).toBe(true);
  run = advanceRun(run, passed("L", 25));
  expect(currentLetter(run)).toBeUndefined();
  expect(isRepeat(run)).toBe(false);
  expect(runTime(run)).toBe(175);
});
