import type { Clock, Timers } from "@signify/core";
import type { ProcessUsage } from "./process-usage.ts";

/** What a process can use too much of. */
export const excesses = ["too-much-memory", "too-much-processor-time"] as const;

/** One of {@link excesses}. */
export type Excess = (typeof excesses)[number];

/** Options of {@link watchUsage}. */
export type WatchUsageOptions = {
  /** Undefined where nobody says: nothing is watched then. */
  read: () => ProcessUsage | undefined;
  /** Milliseconds so far in which the process had a picture in hand. */
  timeInHand: () => number;
  /** Bytes. */
  maxMemory: number;
  clock: Clock;
  timers: Timers;
  /** Told once; the watch is over then. */
  onExcess: (excess: Excess) => void;
};

/** Milliseconds between two looks, which cost some ten microseconds each. */
export const timeBetweenLooks = 100;

/**
 * Milliseconds of processor time that a process may be ahead of its pictures: its compiler and its garbage collector
 * run beside them.
 */
export const mostAhead = 3000;

/** How much of a processor a process may use without a picture for as long as it likes. */
const freeShare = 0.1;

/**
 * Looks at what a process uses, from outside, where it can neither hide nor change it. A picture is looked at by one
 * thread, so processor time is paid for by the time with a picture in hand; a process that is too far ahead of that
 * burns in several threads, or when nobody asked it to.
 * @returns ends the watch
 */
export function watchUsage(options: WatchUsageOptions): () => void {
  const { read, timeInHand, clock, timers } = options;
  let before = look();
  let ahead = 0;
  let cancel = () => {};

  function look() {
    const usage = read();
    return usage && { ...usage, time: clock(), timeInHand: timeInHand() };
  }

  function excess(): Excess | undefined {
    const now = look();
    if (!before || !now) return undefined;
    const paid = now.timeInHand - before.timeInHand + freeShare * (now.time - before.time);
    ahead = Math.max(0, ahead + now.processorTime - before.processorTime - paid);
    before = now;
    if (now.memory > options.maxMemory) return "too-much-memory";
    return ahead > mostAhead ? "too-much-processor-time" : undefined;
  }

  function next(): void {
    cancel = timers.after(timeBetweenLooks, () => {
      const found = excess();
      if (found) options.onExcess(found);
      else next();
    });
  }

  if (before) next();
  return () => cancel();
}
