import { expect, test } from "bun:test";
import { createManualClock, settleMicrotasks } from "@signify/core/testing";
import { createDoorstep } from "./doorstep.ts";

test("who waits is let go when the time is over, all at their own times", async () => {
  const timers = createManualClock();
  const doorstep = createDoorstep({ max: 10, maxPerAddress: 10, timers });
  const gone: string[] = [];
  doorstep.wait("a", 200)?.then(() => gone.push("long"));
  doorstep.wait("a", 100)?.then(() => gone.push("short"));
  timers.advance(99);
  await settleMicrotasks();
  expect(gone).toEqual([]);
  timers.advance(1);
  await settleMicrotasks();
  expect(gone).toEqual(["short"]);
  timers.advance(100);
  await settleMicrotasks();
  expect(gone).toEqual(["short", "long"]);
});

test("no more than so many wait, and no more timers run; who has waited makes room", () => {
  const timers = createManualClock();
  const doorstep = createDoorstep({ max: 3, maxPerAddress: 2, timers });
  const come = (address: string) => doorstep.wait(address, 100) !== undefined;
  expect(["a", "a", "a", "b", "c"].map(come)).toEqual([true, true, false, true, false]);
  expect(timers.pending).toBe(3);
  timers.advance(100);
  expect(["a", "a", "b"].map(come)).toEqual([true, true, true]);
});
