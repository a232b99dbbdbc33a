import type { Timing } from "../timing.ts";

/** Time that stands still until a test moves it on. */
export type ManualTiming = Timing & {
  /** Moves the clock on by so many milliseconds and calls the timers that fall due, in their order. */
  advance(milliseconds: number): Promise<void>;
  /** Timers that are armed. */
  readonly armed: number;
};

/**
 * Makes a {@link ManualTiming}. Pass it to `connect` as `_internal`. `random` answers `chance` always. Between two
 * timers, and at the end, everything that waits on promises alone is given time to happen.
 */
export function createManualTiming({ chance = 0.5 }: { chance?: number } = {}): ManualTiming {
  let now = 0;
  let timers: { at: number; callback: () => void }[] = [];

  return {
    clock: () => now,
    random: () => chance,
    timers: {
      after(milliseconds, callback) {
        const timer = { at: now + milliseconds, callback };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      while (true) {
        const next = timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.callback();
        await settle();
      }
      now = until;
    },
    get armed() {
      return timers.length;
    },
  };
}

/** Rounds of the microtask queue: more than any chain of promises here is long. */
async function settle(turns = 50): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
}
