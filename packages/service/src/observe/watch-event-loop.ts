import { monitorEventLoopDelay } from "node:perf_hooks";

/** A watch on how late the event loop is. */
export type EventLoopWatch = {
  /** The longest delay since this was last asked for, in milliseconds. */
  takeLongest(): number;
  /** Ends the watch. */
  stop(): void;
};

/** Milliseconds between two looks: often enough for a stall that a learner would notice, and next to nothing to do. */
const resolution = 20;

/** Starts to watch this process's event loop. */
export function watchEventLoop(): EventLoopWatch {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  return {
    takeLongest() {
      const longest = delays.max / 1e6;
      delays.reset();
      return longest;
    },
    stop: () => void delays.disable(),
  };
}
