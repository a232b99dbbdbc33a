import type { Clock } from "./clock.ts";

/** Allows so many things a second. */
export type TokenBucket = {
  /** Takes so many (default one) if there are as many; else none. */
  take(amount?: number): boolean;
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
    take(amount = 1) {
      fill();
      if (tokens < amount) return false;
      tokens -= amount;
      return true;
    },
    get wait() {
      fill();
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / rate) * 1000);
    },
  };
}
