import { percentile, round } from "../bench/statistics.ts";

/** A share of the samples stays under each, in milliseconds. */
export type Spread = { median: number; p95: number; p99: number };

/** Median, p95 and p99. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** How evenly something is shared out: the least, the middle and the most, and {@link jainIndex}. */
export type Shares = { least: number; median: number; most: number; jain: number };

/** {@link Shares} of what each got. */
export function sharesOf(shares: readonly number[]): Shares {
  const sorted = [...shares].sort((one, other) => one - other);
  return {
    least: round(sorted[0] ?? Number.NaN),
    median: round(percentile(sorted, 0.5)),
    most: round(sorted.at(-1) ?? Number.NaN),
    jain: round(jainIndex(shares)),
  };
}

/**
 * Fairness of shares: 1 where all are equal, 1 / n where one of n has all (Jain, Chiu and Hawe 1984, "A quantitative measure
 * of fairness and discrimination for resource allocation in shared computer systems").
 */
export function jainIndex(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares);
}
