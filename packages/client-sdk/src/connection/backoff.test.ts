import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { backoff } from "./backoff.ts";

describe("backoff", () => {
  test("doubles from 100 ms to a second, so that a restarted server is found soon", () => {
    const delays = [1, 2, 3, 4, 5, 60].map((attempt) => backoff({ attempt, full: false, random: () => 1 }));
    expect(delays).toEqual([100, 200, 400, 800, 1000, 1000]);
  });

  test("is patient after a minute of failures, and with a full server from the start", () => {
    expect(backoff({ attempt: 61, full: false, random: () => 1 })).toBe(10_000);
    expect(backoff({ attempt: 1, full: true, random: () => 0 })).toBe(2000);
  });

  test("leaves the upper half to chance, at every attempt", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, full, chance) => {
          const longest = backoff({ attempt, full, random: () => 1 });
          const delay = backoff({ attempt, full, random: () => chance });
          expect(delay).toBeGreaterThanOrEqual(longest / 2);
          expect(delay).toBeLessThanOrEqual(longest);
          expect(longest).toBeLessThanOrEqual(10_000);
        },
      ),
    );
  });
});
