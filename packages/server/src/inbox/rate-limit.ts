import type { Clock } from "@signify/core";

/** How often each address may do something. */
export type RateLimit = {
  /** Whether the address may do it once more now; it then has. */
  take(address: string): boolean;
};

/** Options of {@link createRateLimit}. */
export type RateLimitOptions = {
  /** How often in one window. */
  max: number;
  /** Milliseconds. */
  window: number;
  /** Addresses that are remembered at most; with more of them in one window, all share what is left. */
  maxAddresses: number;
  clock: Clock;
};

/** Counts by address in windows that begin with the first of all; nothing is remembered beyond a window. */
export function createRateLimit({ max, window, maxAddresses, clock }: RateLimitOptions): RateLimit {
  let counts = new Map<string, number>();
  let end = Number.NEGATIVE_INFINITY;
  return {
    take(address) {
      const now = clock();
      if (now >= end) {
        counts = new Map();
        end = now + window;
      }
      const isKnown = counts.has(address) || counts.size < maxAddresses;
      const who = isKnown ? address : "all others";
      const count = counts.get(who) ?? 0;
      if (count >= max) return false;
      counts.set(who, count + 1);
      return true;
    },
  };
}
