import { expect, test } from "bun:test";
import { createManualClock, deferred, settleMicrotasks } from "@signify/core/testing";
import { drain } from "./drain.ts";

function setUp(seconds: number) {
  const timers = createManualClock();
  const told: number[] = [];
  const emptied = deferred<void>();
  const connections = [1, 2].map(() => ({ announceEnd: (left: number) => void told.push(left) }));
  let drained = false;
  const draining = drain({ seconds, connections, emptied: emptied.promise, timers }).then(() => {
    drained = true;
  });
  return { timers, told, emptied, draining, isDrained: () => drained };
}

test("everybody is told, and the last one to leave ends it before the time is over", async () => {
  const { told, emptied, draining, timers, isDrained } = setUp(30);
  await settleMicrotasks();
  expect([told, isDrained()]).toEqual([[30, 30], false]);
  emptied.resolve();
  await draining;
  expect(timers.pending).toBe(0);
});

test("who stays is waited for until the time is over, and no longer", async () => {
  const { draining, timers, isDrained } = setUp(30);
  timers.advance(29_999);
  await settleMicrotasks();
  expect(isDrained()).toBe(false);
  timers.advance(1);
  await draining;
});

test("without time nobody is told and nothing is waited for", async () => {
  const { draining, told, timers } = setUp(0);
  await draining;
  expect([told, timers.pending]).toEqual([[], 0]);
});
