import { expect, test } from "bun:test";
import { createFreeSpelling } from "./free-spelling.ts";

test("a letter that stays is written once", () => {
  const spelling = createFreeSpelling({ mark: 0.7, needed: 900 });
  expect(spelling.read("C", 0.9, 0)).toBeUndefined();
  expect(spelling.pending(450)).toEqual({ letter: "C", held: 0.5 });
  expect(spelling.wait(899)).toBeUndefined();
  expect(spelling.wait(900)).toBe("C");
  expect(spelling.wait(2000)).toBeUndefined();
  expect(spelling.pending(2000)).toBeUndefined();
});

test("a letter in passing is not written", () => {
  const spelling = createFreeSpelling({ mark: 0.7, needed: 900 });
  spelling.read("C", 0.9, 0);
  expect(spelling.read("O", 0.9, 400)).toBeUndefined();
  expect(spelling.wait(1200)).toBeUndefined();
  expect(spelling.wait(1300)).toBe("O");
});

test("the same letter comes again after the hand was lowered or the letter was left", () => {
  const spelling = createFreeSpelling({ mark: 0.7, needed: 900 });
  spelling.read("L", 0.9, 0);
  expect(spelling.wait(900)).toBe("L");
  spelling.release();
  spelling.read("L", 0.9, 1000);
  expect(spelling.wait(1900)).toBe("L");
  spelling.read("L", 0.2, 2000);
  spelling.read("L", 0.9, 2100);
  expect(spelling.wait(3000)).toBe("L");
});

test("a letter that was due is written even when the next reading is another", () => {
  const spelling = createFreeSpelling({ mark: 0.7, needed: 900 });
  spelling.read("A", 0.9, 0);
  expect(spelling.read("B", 0.9, 950)).toBe("A");
});
