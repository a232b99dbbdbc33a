import { expect, test } from "bun:test";
import fc from "fast-check";
import { jainIndex, sharesOf, spreadOf } from "./figures.ts";

test("Jain's index is 1 where all have the same, and the share of those who have anything where they have the same", () => {
  expect(jainIndex([3, 3, 3, 3])).toBe(1);
  expect(jainIndex([0, 0, 0, 7])).toBe(0.25);
  expect(jainIndex([5, 5, 0, 0])).toBe(0.5);
  expect(jainIndex([0, 0])).toBe(1);
});

test("Jain's index of any shares lies between one of n and 1, and does not depend on the unit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 }), (shares) => {
      const index = jainIndex(shares);
      expect(index).toBeGreaterThanOrEqual(1 / shares.length - 1e-9);
      expect(index).toBeLessThanOrEqual(1 + 1e-9);
      expect(jainIndex(shares.map((share) => share * 8))).toBeCloseTo(index, 9);
    }),
  );
});

test("a spread and shares are read off in any order", () => {
  const samples = Array.from({ length: 1000 }, (_, index) => (index * 7) % 1000);
  expect(spreadOf(samples)).toEqual({ median: 500, p95: 950, p99: 990 });
  expect(sharesOf([3, 1, 2])).toMatchObject({ least: 1, median: 2, most: 3 });
});
