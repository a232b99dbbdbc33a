import type { Clock } from "./clock.ts";

/** Allows so many things a second. */
export type TokenBucket = {
  /** Takes so many (default one) if there are as many; else none. */
  take(amount?: number): boolean;
  /** Milliseconds until there is one; 0 when there is one now. */
  readonly wait: number;
  /** The share (0..1) of the capacity that is there now. */
  readonly level: number;
};

/** Options of {@link createTokenBucket}. */
export type TokenBucketOptions = {
  /** Tokens that come back in a second. */
  rate: number;
  /** Tokens of a full bucket. */
  capacity: number;
  clock: Clock;
  /** The share (0..1) of the capacity that it begins with; default 1. */
  level?: number;
};

/** A bucket that holds `capacity` and fills at `rate` per second. A clock that jumps back takes nothing away. */
export function createTokenBucket({ rate, capacity, clock, level = 1 }: TokenBucketOptions): TokenBucket {
  let tokens = capacity * level;
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
    get level() {
      fill();
      return tokens / capacity;
    },
  };
}
