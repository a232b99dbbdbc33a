import { type Clock, systemClock, systemTimers, type Timers } from "@signify/core";

/** Time and chance, injected so that tests neither sleep nor roll dice. */
export type Timing = {
  /** Monotonic milliseconds. */
  clock: Clock;
  /** Calls something later. */
  timers: Timers;
  /** A number from 0 up to but not including 1. */
  random: () => number;
};

/** The runtime's own time and chance. */
export const systemTiming: Timing = { clock: systemClock, timers: systemTimers, random: Math.random };
