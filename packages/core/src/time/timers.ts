/** Timers of a runtime or of a test: injected, so that no test has to wait. */
export type Timers = {
  /** Calls back after some milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
};

/** The runtime's own timers. A pending one keeps a program of Bun or Node alive. */
export const systemTimers: Timers = { after: (milliseconds, callback) => start(milliseconds, callback) };

/** The same for work in the background: a pending one does not keep the program alive. */
export const backgroundTimers: Timers = {
  after: (milliseconds, callback) => start(milliseconds, callback, (timer) => timer.unref?.()),
};

/** Browsers number their timers; elsewhere they are objects. */
type Timer = { unref?: () => void };

function start(milliseconds: number, callback: () => void, prepare?: (timer: Timer) => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  prepare?.(timer as unknown as Timer);
  return () => clearTimeout(timer);
}
