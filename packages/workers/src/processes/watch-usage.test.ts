import { expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import type { ProcessUsage } from "./process-usage.ts";
import { mostAhead, timeBetweenLooks, watchUsage } from "./watch-usage.ts";

const maxMemory = 1000;

function watch(usage: ProcessUsage | undefined = { memory: 500, processorTime: 700 }) {
  const clock = createManualClock();
  const told: string[] = [];
  const state: { usage?: ProcessUsage; timeInHand: number } = { ...(usage && { usage }), timeInHand: 0 };
  const stop = watchUsage({
    read: () => state.usage && { ...state.usage },
    timeInHand: () => state.timeInHand,
    ...{ maxMemory, clock, timers: clock },
    onExcess: (excess) => told.push(excess),
  });
  /** Lets time pass in which so much of a processor is used, and a picture is in hand for so much of it. */
  const pass = (milliseconds: number, { processors = 0, inHand = 0 }) => {
    for (let passed = 0; passed < milliseconds && told.length === 0; passed += timeBetweenLooks) {
      if (state.usage) state.usage.processorTime += processors * timeBetweenLooks;
      state.timeInHand += inHand * timeBetweenLooks;
      clock.advance(timeBetweenLooks);
    }
  };
  return { clock, told, state, stop, pass };
}

test("memory over the limit is told once, at the next look, and nothing is looked at afterwards", () => {
  const { clock, told, state } = watch();
  if (state.usage) state.usage.memory = maxMemory + 1;
  expect(told).toEqual([]);
  clock.advance(10 * timeBetweenLooks);
  expect(told).toEqual(["too-much-memory"]);
  expect(clock.pending).toBe(0);
});

test("one thread that looks at pictures all day is not too much, nor are its helpers at the start", () => {
  const { told, pass } = watch();
  pass(2000, { processors: 2, inHand: 1 });
  pass(600_000, { processors: 1, inHand: 1 });
  expect(told).toEqual([]);
});

test("what it used before the watch, and a little now and then for years, is not held against it", () => {
  const { told, pass } = watch({ memory: 500, processorTime: 10 * mostAhead });
  pass(3_600_000, { processors: 0.05 });
  expect(told).toEqual([]);
});

test("one thread that spins while no picture is in hand is too much after some seconds", () => {
  const { told, clock, pass } = watch();
  const start = clock();
  pass(60_000, { processors: 1 });
  expect(told).toEqual(["too-much-processor-time"]);
  expect(clock() - start).toBeLessThan(1.3 * mostAhead);
});

test("threads that spin beside short pictures are too much, however short these are", () => {
  const { told, pass } = watch();
  pass(60_000, { processors: 2, inHand: 0.3 });
  expect(told).toEqual(["too-much-processor-time"]);
});

test("many threads for one picture are too much before its time is over", () => {
  const { told, clock, pass } = watch();
  const start = clock();
  pass(60_000, { processors: 8, inHand: 1 });
  expect(told).toEqual(["too-much-processor-time"]);
  expect(clock() - start).toBeLessThan(1000);
});

test("where nobody says what a process uses, nothing is watched", () => {
  const clock = createManualClock();
  const none = { read: () => undefined, timeInHand: () => 0, maxMemory };
  watchUsage({ ...none, clock, timers: clock, onExcess: () => {} });
  expect(clock.pending).toBe(0);
});

test("a process that ends between two looks has not used too much, and a watch that is ended looks no more", () => {
  const { clock, told, state, stop } = watch();
  delete state.usage;
  clock.advance(timeBetweenLooks);
  expect(told).toEqual([]);
  stop();
  expect(clock.pending).toBe(0);
});
