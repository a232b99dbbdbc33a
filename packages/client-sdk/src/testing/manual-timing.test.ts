import { describe, expect, test } from "bun:test";
import { createManualTiming } from "./manual-timing.ts";

describe("createManualTiming", () => {
  test("moves the clock exactly as far as it is told, timers or not", async () => {
    const { clock, timers, advance } = createManualTiming();
    const start = clock();
    timers.after(30, () => {});
    await advance(100);
    expect(clock() - start).toBe(100);
  });

  test("calls timers in the order of their time, each at its own, and those that they arm", async () => {
    const { clock, timers, advance } = createManualTiming();
    const called: string[] = [];
    timers.after(20, () => called.push(`b at ${clock()}`));
    timers.after(10, () => {
      called.push(`a at ${clock()}`);
      timers.after(5, () => called.push(`c at ${clock()}`));
    });
    timers.after(21, () => called.push("too late"));
    await advance(20);
    expect(called).toEqual(["a at 10", "c at 15", "b at 20"]);
  });

  test("lets promises happen before, between and after timers", async () => {
    const { timers, advance } = createManualTiming();
    const order: string[] = [];
    const later = (name: string) => void Promise.resolve().then(() => order.push(name));
    later("before");
    for (const name of ["first", "second"]) {
      timers.after(10, () => {
        order.push(name);
        later(`after ${name}`);
      });
    }
    await advance(10);
    expect(order).toEqual(["before", "first", "after first", "second", "after second"]);
  });

  test("knows how many timers are armed, so that a leak shows", async () => {
    const timing = createManualTiming();
    const cancel = timing.timers.after(10, () => {});
    timing.timers.after(20, () => {});
    expect(timing.armed).toBe(2);
    cancel();
    expect(timing.armed).toBe(1);
    await timing.advance(20);
    expect(timing.armed).toBe(0);
  });

  test("leaves nothing to chance", () => {
    expect(createManualTiming().random()).toBe(0.5);
    expect(createManualTiming({ chance: 0 }).random()).toBe(0);
  });
});
