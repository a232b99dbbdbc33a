import { drainMicrotasks } from "bun:jsc";
import type { Clock, Timers } from "@signify/core";
import { createEventHeap } from "./event-heap.ts";

/** A clock and timers that run as fast as the machine does, from event to event. */
export type VirtualTime = {
  clock: Clock;
  timers: Timers;
  /** Runs what falls due until then (milliseconds), and what follows from it; then it is that time. */
  runUntil(end: number): void;
};

/** Starts at 0. Between two events all promises that can go on do, as between two events of a runtime. */
export function createVirtualTime(): VirtualTime {
  const heap = createEventHeap();
  let now = 0;
  return {
    clock: () => now,
    timers: { after: (milliseconds, callback) => heap.add(now + milliseconds, callback) },
    runUntil(end) {
      while (heap.next <= end) {
        const event = heap.pop();
        if (!event) break;
        now = event.at;
        event.run();
        drainMicrotasks();
      }
      now = end;
    },
  };
}
