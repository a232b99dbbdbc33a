import type { Timers } from "../timers.ts";

/** Timers that run when a test moves the time on. */
export type ManualTimers = Timers & {
  /** Moves the time on, in milliseconds, and runs what falls due, in order. */
  advance(milliseconds: number): void;
  /** Timers that are neither run nor cancelled. */
  readonly pending: number;
};

/** Makes {@link ManualTimers}. */
export function createManualTimers(): ManualTimers {
  const timers = new Set<{ at: number; callback: () => void }>();
  let now = 0;
  const nextDue = (until: number) =>
    [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  return {
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance(milliseconds) {
      const until = now + milliseconds;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = timer.at;
        timer.callback();
      }
      now = until;
    },
    get pending() {
      return timers.size;
    },
  };
}
