import { expect, test } from "bun:test";
import { createRateLimit } from "./rate-limit.ts";

test("each address may so often in a window, and again in the next one", () => {
  let now = 0;
  const limit = createRateLimit({ max: 2, window: 1000, maxAddresses: 10, clock: () => now });
  expect([limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  now = 999;
  expect(limit.take("a")).toBe(false);
  now = 1000;
  expect(limit.take("a")).toBe(true);
});

test("more addresses than are remembered share what one may", () => {
  const limit = createRateLimit({ max: 1, window: 1000, maxAddresses: 2, clock: () => 0 });
  expect(["a", "b", "c", "d", "a"].map(limit.take)).toEqual([true, true, true, false, false]);
});
