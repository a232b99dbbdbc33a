import { expect, test } from "bun:test";
import { meanLuma } from "./mean-luma.ts";

test("brightness is the mean luma", () => {
  expect(meanLuma([255, 255, 255, 255, 0, 0, 0, 255])).toBeCloseTo(127.5);
  expect(meanLuma([])).toBe(0);
});
