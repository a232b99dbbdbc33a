import type { Timers } from "@signify/core";

/** Calls back again and again, the first time after `milliseconds`. Answers how to stop that. */
export function every(timers: Timers, milliseconds: number, callback: () => void): () => void {
  let stopped = false;
  let cancel = () => {};
  const arm = () => {
    cancel = timers.after(milliseconds, () => {
      callback();
      if (!stopped) arm();
    });
  };
  arm();
  return () => {
    stopped = true;
    cancel();
  };
}
