import type { Clock, Timers } from "@signify/core";

/** Options of {@link runAtMost}. */
export type PaceOptions = {
  /** Milliseconds from one run to the next, at least; asked for each. */
  every: () => number;
  clock: Clock;
  timers: Timers;
  /** Starts a run that need not be put off: after the events that are waiting now. Injected for tests. */
  soon?: (run: () => void) => void;
};

/**
 * Puts runs off until the last one is long enough ago. A first one, or one after a pause, is not put off. Only one at a
 * time may be waiting.
 */
export function runAtMost({
  every,
  clock,
  timers,
  soon = setImmediate,
}: PaceOptions): (run: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    const start = () => {
      last = clock();
      run();
    };
    const wait = last + every() - clock();
    if (wait > 0) timers.after(wait, start);
    else soon(start);
  };
}
