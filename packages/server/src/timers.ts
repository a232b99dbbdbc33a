/** Calls back after some milliseconds, unless the returned function is called first. Injected, so that tests need not wait. */
export type Timers = { after(milliseconds: number, callback: () => void): () => void };

/** The runtime's timers; a pending one does not keep the process alive. */
export const systemTimers: Timers = {
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
