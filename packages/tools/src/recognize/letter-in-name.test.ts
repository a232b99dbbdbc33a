import { expect, test } from "bun:test";
import { letterInName } from "./letter-in-name.ts";

test.each([
  ["/photos/A-t1.jpg", "A"],
  ["Z_12.jpeg", "Z"],
  ["Q.jpg", "Q"],
  ["letters/B 3", "B"],
  ["b.jpg", undefined],
  ["gesture-1.jpg", undefined],
  ["Anna.jpg", undefined],
  ["A/frame-1.jpg", undefined],
])("%s is named for %p", (path, letter) => {
  expect(letterInName(path)).toBe(letter as "A");
});
