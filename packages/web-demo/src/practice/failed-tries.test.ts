import { expect, test } from "bun:test";
import { createFailedTries, failingLetters } from "./failed-tries.ts";

test("a letter fails with its third try in vain, and no more once it is passed", () => {
  const tries = createFailedTries();
  for (const letter of ["Q", "G", "G", "Q", "G", "B", "Q", "Q"] as const) tries.failed(letter);
  expect(failingLetters(tries.counts.value)).toEqual(["G", "Q"]);
  tries.passed("G");
  tries.failed("G");
  expect(failingLetters(tries.counts.value)).toEqual(["Q"]);
});
