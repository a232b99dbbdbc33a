import { expect, test } from "bun:test";
import { letters } from "@signify/core";
import { besideLetter, lettersToPractice, levelOf } from "./letters-to-practice.ts";
import { levels } from "./levels.ts";
import { noProgress } from "./progress.ts";

test("all letters, the weakest, or those of a level are practiced", () => {
  expect(lettersToPractice("all", noProgress)).toEqual(letters);
  expect(lettersToPractice("weak", noProgress)).toHaveLength(6);
  expect(lettersToPractice("level-5", noProgress)).toEqual(levels[4] ?? []);
  expect([levelOf("all"), levelOf("weak"), levelOf("level-1")]).toEqual([undefined, undefined, 0]);
});

test("one goes round and round", () => {
  expect(besideLetter(letters, "Z", 1)).toBe("A");
  expect(besideLetter(letters, "A", -1)).toBe("Z");
  expect(besideLetter(["J", "Z"], "J", 1)).toBe("Z");
  expect(besideLetter(["J", "Z"], "J", -1)).toBe("Z");
});

test("a letter that is not practiced any more leads to the next one that is", () => {
  expect(besideLetter(["J", "Z"], "K", 1)).toBe("Z");
  expect(besideLetter(["J", "Z"], "K", -1)).toBe("J");
  expect(besideLetter(["J"], "J", 1)).toBe("J");
});
