/** A monotonic clock in milliseconds. Injected wherever time matters, so that tests need not sleep. */
export type Clock = () => number;

/** The platform's monotonic clock, in milliseconds since an arbitrary start. */
export const systemClock: Clock = () => performance.now();
