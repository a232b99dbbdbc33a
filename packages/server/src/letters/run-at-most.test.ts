import { expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { runAtMost } from "./run-at-most.ts";

function setUp() {
  const clock = createManualClock();
  const soon: (() => void)[] = [];
  const runs: number[] = [];
  const start = runAtMost({ every: () => 16, clock, timers: clock, soon: (run) => soon.push(run) });
  return {
    clock,
    runs,
    start: () => start(() => runs.push(clock())),
    turn() {
      for (const run of soon.splice(0)) run();
    },
  };
}

test("a first run, and one after a pause, starts with the next turn of the event loop", () => {
  const { clock, runs, start, turn } = setUp();
  start();
  expect(runs).toEqual([]);
  turn();
  clock.advance(16);
  start();
  turn();
  expect(runs).toEqual([0, 16]);
});

test("one that would come too soon is put off until the last one is long enough ago", () => {
  const { clock, runs, start, turn } = setUp();
  start();
  turn();
  clock.advance(5);
  start();
  turn();
  clock.advance(10);
  expect(runs).toEqual([0]);
  clock.advance(1);
  expect(runs).toEqual([0, 16]);
});
