import { expect, test } from "bun:test";
import { signal } from "@preact/signals";
import { createKeptSignal } from "../shell/kept-signal.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createMemoryStorage } from "../shell/memory-storage.ts";
import { createToday } from "./create-today.ts";
import { dailyOf, keptDaily } from "./daily.ts";

/** A learner with a goal of ten, on the evening of November 27. */
function open(storage = createMemoryStorage(), day = 27) {
  const clock = { now: new Date(2026, 10, day, 20) };
  const goal = signal(10);
  const kept = createKeptSignal({
    kept: createKeptValue(storage, "today"),
    read: dailyOf,
    write: keptDaily,
  });
  return { storage, clock, goal, today: createToday({ kept, goal, now: () => clock.now }) };
}

test("the letter that reaches the goal says so, once a day", () => {
  const { today, clock } = open();
  expect(today.add(9)).toBe(false);
  expect(today.add(1)).toBe(true);
  expect(today.add(1)).toBe(false);
  expect(today.state.value).toEqual({ count: 11, goal: 10, reached: true, streak: 1 });
  clock.now = new Date(2026, 10, 28, 8);
  expect(today.add(10)).toBe(true);
  expect(today.state.value.streak).toBe(2);
});

test("a page that is open at midnight begins a new day when it looks", () => {
  const { today, clock } = open();
  today.add(10);
  clock.now = new Date(2026, 10, 28, 0, 1);
  today.look();
  expect(today.state.value).toEqual({ count: 0, goal: 10, reached: false, streak: 1 });
});

test("another goal is in force at once, and without one nothing is reached", () => {
  const { today, goal } = open();
  today.add(10);
  goal.value = 20;
  expect(today.state.value.reached).toBe(false);
  goal.value = 0;
  expect(today.add(50)).toBe(false);
  expect(today.state.value.reached).toBe(false);
});

test("it is there the next time, and forgotten without a trace", () => {
  const { storage, today } = open();
  today.add(10);
  const next = open(storage, 28);
  expect(next.today.state.value).toEqual({ count: 0, goal: 10, reached: false, streak: 1 });
  next.today.forget();
  expect(next.today.state.value.streak).toBe(0);
  expect(storage.values.size).toBe(0);
});
