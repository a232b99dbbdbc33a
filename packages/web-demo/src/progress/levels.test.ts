import { expect, test } from "bun:test";
import { type Letter, letters } from "@signify/core";
import { isLevelDone, isLevelOpen, levels } from "./levels.ts";

const known = (text: string) => new Set(Array.from(text) as Letter[]);

test("every letter is in one level", () => {
  expect(levels.flat().sort()).toEqual([...letters]);
});

test("a level opens when the ones before it are done, but for one letter each", () => {
  const opened = (text: string) => levels.map((_, level) => isLevelOpen(level, known(text), false));
  expect(opened("")).toEqual([true, false, false, false, false]);
  expect(opened("ABCL")).toEqual([true, false, false, false, false]);
  expect(opened("ABCLO")).toEqual([true, true, false, false, false]);
  expect(opened("DFIUVW")).toEqual([true, false, false, false, false]);
  expect(opened("ABCLODFIUVEMNSTGHKPQ")).toEqual([true, true, true, true, true]);
});

test("nobody is locked out: all can be opened", () => {
  expect(levels.every((_, level) => isLevelOpen(level, known(""), true))).toBe(true);
});

test("a level of which one letter does not work is done", () => {
  expect(isLevelDone(4, known("Z"))).toBe(true);
  expect(isLevelDone(4, known(""))).toBe(false);
});
