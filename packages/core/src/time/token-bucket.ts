import type { Clock } from "./clock.ts";

/** Allows so many things a second. */
export type TokenBucket = {
  /** Takes one if there is one. */
  take(): boolean;
  /** Milliseconds until there is one; 0 when there is one now. */
  readonly wait: number;
};

/** A bucket that holds `capacity` and fills at `rate` per second. A clock that jumps back takes nothing away. */
export function createTokenBucket(options: { rate: number; capacity: number; clock: Clock }): TokenBucket {
  const { rate, capacity, clock } = options;
  let tokens = capacity;
  let filledAt = clock();

  const fill = () => {
    const now = clock();
    tokens = Math.min(capacity, tokens + (Math.max(0, now - filledAt) / 1000) * rate);
    filledAt = now;
  };
  return {
    take() {
      fill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    get wait() {
      fill();
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / rate) * 1000);
    },
  };
}
