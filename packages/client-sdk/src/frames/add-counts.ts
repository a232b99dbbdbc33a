import { type FrameCounts, noFrames } from "./frame-counts.ts";

/** The sum of two clients' counts. */
export function addCounts(...parts: (FrameCounts | undefined)[]): FrameCounts {
  const sum = noFrames();
  for (const part of parts) {
    if (!part) continue;
    sum.offered += part.offered;
    sum.sent += part.sent;
    for (const reason of Object.keys(sum.dropped) as (keyof FrameCounts["dropped"])[]) {
      sum.dropped[reason] += part.dropped[reason];
    }
  }
  return sum;
}
