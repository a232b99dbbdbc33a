import { expect, test } from "bun:test";
import { createVirtualTime } from "./virtual-time.ts";

test("what falls due runs in its order and at its time, and what it promised goes on before the next does", () => {
  const { clock, timers, runUntil } = createVirtualTime();
  const diary: [string, number][] = [];
  const note = (what: string) => void diary.push([what, clock()]);
  timers.after(3, () => {
    note("timer");
    const goOn = async () => {
      await undefined;
      note("promise");
      timers.after(1, () => note("its timer"));
      await undefined;
      note("promise again");
    };
    void goOn();
  });
  timers.after(3, () => note("at the same time"));
  timers.after(9, () => note("too late"));
  timers.after(2, () => note("never"))();
  runUntil(5);
  expect(diary).toEqual([
    ["timer", 3],
    ["promise", 3],
    ["promise again", 3],
    ["at the same time", 3],
    ["its timer", 4],
  ]);
  expect(clock()).toBe(5);
});
