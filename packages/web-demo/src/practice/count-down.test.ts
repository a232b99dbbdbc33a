import { expect, test } from "bun:test";
import { createManualTiming } from "@signify/client-sdk/testing";
import { countDown } from "./count-down.ts";

test("tells each second once, and 0 last", async () => {
  const timing = createManualTiming();
  const seconds: number[] = [];
  countDown({ round: { endsAt: 3000 }, onSecond: (left) => seconds.push(left), ...timing });
  await timing.advance(900);
  expect(seconds).toEqual([]);
  await timing.advance(10_000);
  expect(seconds).toEqual([2, 1, 0]);
  expect(timing.armed).toBe(0);
});

test("tells nothing after it was stopped", async () => {
  const timing = createManualTiming();
  const seconds: number[] = [];
  const stop = countDown({ round: { endsAt: 3000 }, onSecond: (left) => seconds.push(left), ...timing });
  await timing.advance(1200);
  stop();
  await timing.advance(10_000);
  expect(seconds).toHaveLength(1);
});
