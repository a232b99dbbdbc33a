/** A step's times in milliseconds: the middle, and what 95 of 100 stay under. */
export type Times = { median: number; p95: number };

/** The value below which a share (0..1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** What counts where some are cheap and some dear by turns, as the looks of a search are. */
export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}

/** Median and p95. */
export function summarize(samples: readonly number[]): Times {
  return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

/** Three digits after the point are more than any of these figures is worth. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Runs something `count` times after a warm-up and answers the time of each run, in milliseconds. */
export async function time(run: () => unknown, count: number): Promise<number[]> {
  for (let index = 0; index < Math.min(20, count); index++) await run();
  const samples: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await run();
    samples.push(performance.now() - start);
  }
  return samples;
}
