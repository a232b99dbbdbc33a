import { expect, test } from "bun:test";
import { readAhead, readSoFar } from "./read-ahead.ts";

const pixels = Int32Array.from({ length: 160 }, (_, index) => 1 << (index / 16));

test("one pixel of each line between the two places is read", () => {
  const before = readSoFar();
  readAhead(pixels, 32, 80);
  expect(readSoFar() ^ before).toBe(0b11100);
});

test("places outside of the picture are none", () => {
  const before = readSoFar();
  readAhead(pixels, -1000, 10_000);
  expect(readSoFar() ^ before).toBe(0b1111111111);
  readAhead(pixels, 500, 100);
  readAhead(pixels, -50, -10);
  expect(readSoFar() ^ before).toBe(0b1111111111);
});
