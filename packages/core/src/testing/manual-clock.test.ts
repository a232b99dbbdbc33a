import { describe, expect, test } from "bun:test";
import { createManualClock } from "./manual-clock.ts";

describe("createManualClock", () => {
  test("stands still until it is moved", () => {
    const clock = createManualClock(5);
    expect([clock(), clock()]).toEqual([5, 5]);
    clock.advance(10);
    expect(clock()).toBe(15);
  });

  test("runs timers in the order in which they fall due, each at its own time, also those set on the way", () => {
    const clock = createManualClock();
    const ran: [string, number][] = [];
    const note = (name: string) => () => void ran.push([name, clock()]);
    clock.after(30, note("late"));
    clock.after(10, () => {
      note("early")();
      clock.after(5, note("between"));
    });
    clock.after(50, note("never"))();
    clock.advance(40);
    expect(ran).toEqual([
      ["early", 10],
      ["between", 15],
      ["late", 30],
    ]);
    expect([clock(), clock.pending]).toEqual([40, 0]);
  });

  test("runs one timer at a time for who must look in between", () => {
    const clock = createManualClock();
    clock.after(1, () => {});
    clock.after(2, () => {});
    expect([clock.runNext(5), clock(), clock.runNext(1), clock.pending]).toEqual([true, 1, false, 1]);
  });
});
