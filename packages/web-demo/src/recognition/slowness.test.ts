import { expect, test } from "bun:test";
import { createSlowness } from "./slowness.ts";

test("a low rate is slow when it lasts", () => {
  const slowness = createSlowness();
  expect(slowness.look(2, 0)).toBe(false);
  expect(slowness.look(2, 10_000)).toBe(false);
  expect(slowness.look(2, 10_001)).toBe(true);
  expect(slowness.look(5, 10_500)).toBe(false);
  expect(slowness.look(2, 11_000)).toBe(false);
});

test("time in which nothing was looked for does not count", () => {
  const slowness = createSlowness();
  slowness.look(0, 0);
  slowness.reset();
  expect(slowness.look(0, 60_000)).toBe(false);
  expect(slowness.look(0, 70_001)).toBe(true);
});
