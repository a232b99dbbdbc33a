import { type Clock, systemClock } from "@signify/core";

/** Timers of a runtime or of a test. */
export type Timers = {
  /** Calls back after some milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
};

/** Time and chance, injected so that tests neither sleep nor roll dice. */
export type Timing = {
  /** Monotonic milliseconds. */
  clock: Clock;
  timers: Timers;
  /** A number from 0 up to but not including 1. */
  random: () => number;
};

/** The runtime's own time and chance. */
export const systemTiming: Timing = {
  clock: systemClock,
  timers: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  random: Math.random,
};
