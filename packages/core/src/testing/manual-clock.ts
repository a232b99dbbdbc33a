import type { Clock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

/** Time that stands still until a test moves it: a clock and timers in one. */
export type ManualClock = Clock &
  Timers & {
    /** Moves the time on, in milliseconds, and runs the timers that fall due, in order. */
    advance(milliseconds: number): void;
    /** Moves the time to the next timer that falls due by `until` and runs it; false when there is none. */
    runNext(until: number): boolean;
    /** Timers that have neither run nor been canceled. */
    readonly pending: number;
  };

/** Makes a {@link ManualClock} that starts at `start` milliseconds. */
export function createManualClock(start = 0): ManualClock {
  const timers = new Set<{ at: number; callback: () => void }>();
  let now = start;

  const clock: Omit<ManualClock, keyof CallableFunction> = Object.assign(() => now, {
    after(milliseconds: number, callback: () => void) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    runNext(until: number) {
      const [next] = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (!next) return false;
      timers.delete(next);
      now = Math.max(now, next.at);
      next.callback();
      return true;
    },
    advance(milliseconds: number) {
      const until = now + milliseconds;
      while (clock.runNext(until));
      now = until;
    },
    pending: 0,
  });
  return Object.defineProperty(clock, "pending", { get: () => timers.size }) as ManualClock;
}
