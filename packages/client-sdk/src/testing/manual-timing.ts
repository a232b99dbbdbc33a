import { createManualClock, settleMicrotasks } from "@signify/core/testing";
import type { Timing } from "../timing.ts";

/** Time that stands still until a test moves it on. */
export type ManualTiming = Timing & {
  /** Moves the clock on by so many milliseconds and calls the timers that fall due, in their order. */
  advance(milliseconds: number): Promise<void>;
  /** Timers that are armed. */
  readonly armed: number;
};

/**
 * Makes a {@link ManualTiming}. Pass it to `connect` or `recognizeCamera` as `timing`. `random` answers `chance` always. Between two
 * timers, and at the end, everything that waits on promises alone is given time to happen.
 */
export function createManualTiming({ chance = 0.5 }: { chance?: number } = {}): ManualTiming {
  const clock = createManualClock();
  return {
    clock,
    timers: clock,
    random: () => chance,
    async advance(milliseconds) {
      const until = clock() + milliseconds;
      await settleMicrotasks();
      while (clock.runNext(until)) await settleMicrotasks();
      clock.advance(until - clock());
    },
    get armed() {
      return clock.pending;
    },
  };
}
