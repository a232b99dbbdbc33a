import type { Clock } from "@signify/core";

/** Allows `rate` things a second, with bursts of as many. */
export type TokenBucket = { take(): boolean };

/** A full bucket that fills again at `rate` per second of the clock (milliseconds). */
export function createTokenBucket({ rate, clock }: { rate: number; clock: Clock }): TokenBucket {
  let tokens = rate;
  let filledAt = clock();
  return {
    take() {
      const now = clock();
      tokens = Math.min(rate, tokens + ((now - filledAt) / 1000) * rate);
      filledAt = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
