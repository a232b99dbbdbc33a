import { expect, test } from "bun:test";
import { createManualTiming } from "@signify/client-sdk/testing";
import { every } from "./every.ts";

test("calls back again and again until it is stopped", async () => {
  const { timers, advance, clock } = createManualTiming();
  const calls: number[] = [];
  const stop = every(timers, 80, () => calls.push(clock()));
  await advance(250);
  expect(calls).toEqual([80, 160, 240]);
  stop();
  await advance(1000);
  expect(calls).toHaveLength(3);
});

test("can be stopped by its own callback", async () => {
  const timing = createManualTiming();
  let calls = 0;
  const stop = every(timing.timers, 80, () => {
    calls += 1;
    stop();
  });
  await timing.advance(1000);
  expect(calls).toBe(1);
  expect(timing.armed).toBe(0);
});
