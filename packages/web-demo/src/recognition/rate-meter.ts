/** Counts something per second over the last two seconds. */
export type RateMeter = { count(now: number): void; rate(now: number): number };

const span = 2000;

/** A meter that begins at `startedAt` (milliseconds). */
export function createRateMeter(startedAt: number): RateMeter {
  let times: number[] = [];
  return {
    count(now) {
      times.push(now);
      times = times.filter((time) => now - time < span);
    },
    rate(now) {
      times = times.filter((time) => now - time < span);
      const seconds = Math.min(span, Math.max(1, now - startedAt)) / 1000;
      return times.length / seconds;
    },
  };
}
