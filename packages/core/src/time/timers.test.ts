import { describe, expect, test } from "bun:test";
import { backgroundTimers, systemTimers } from "./timers.ts";

for (const [name, timers] of Object.entries({ systemTimers, backgroundTimers })) {
  describe(name, () => {
    test("call back", async () => {
      // A program that waits for nothing else would end before a timer in the background.
      const awake = setInterval(() => {}, 1000);
      await new Promise<void>((resolve) => void timers.after(0, resolve));
      clearInterval(awake);
    });

    test("do not when they are canceled, and canceling twice is harmless", async () => {
      let called = false;
      const cancel = timers.after(0, () => {
        called = true;
      });
      cancel();
      cancel();
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
      expect(called).toBe(false);
    });
  });
}
