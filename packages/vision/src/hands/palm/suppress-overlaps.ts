import { type PalmDetection, palmCoordinateCount } from "./palm-detection.ts";

/**
 * Weighted non-maximum suppression: the best detection and all that overlap it become one, the mean of their
 * coordinates weighted by score, with the best one's score; then the same with the rest.
 *
 * Source: MediaPipe's `non_max_suppression_calculator`, algorithm WEIGHTED.
 *
 * @param detections in any order; not changed
 * @param minOverlap intersection over union above which two detections mean the same palm
 * @param maxCount how many to return at most, best first
 */
export function suppressOverlaps(
  detections: readonly PalmDetection[],
  minOverlap: number,
  maxCount: number,
): PalmDetection[] {
  let remaining = detections.toSorted((a, b) => b.score - a.score);
  const kept: PalmDetection[] = [];
  while (kept.length < maxCount) {
    const [best, ...others] = remaining;
    if (best === undefined) break;
    const same = others.filter((other) => intersectionOverUnion(best, other) > minOverlap);
    kept.push({ score: best.score, coordinates: weightedMean([best, ...same]) });
    const merged = new Set(same);
    remaining = others.filter((other) => !merged.has(other));
  }
  return kept;
}

function weightedMean(detections: readonly PalmDetection[]): Float32Array {
  const sums = new Float64Array(palmCoordinateCount);
  let total = 0;
  for (const { score, coordinates } of detections) {
    total += score;
    for (let index = 0; index < palmCoordinateCount; index++) {
      sums[index] = (sums[index] ?? 0) + score * (coordinates[index] ?? 0);
    }
  }
  return Float32Array.from(sums, (sum) => sum / total);
}

/** Shared area of two boxes as a share of what they cover together, 0..1. */
export function intersectionOverUnion(first: PalmDetection, second: PalmDetection): number {
  const [left = 0, top = 0, right = 0, bottom = 0] = first.coordinates;
  const [otherLeft = 0, otherTop = 0, otherRight = 0, otherBottom = 0] = second.coordinates;
  const width = Math.min(right, otherRight) - Math.max(left, otherLeft);
  const height = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  if (!(width > 0 && height > 0)) return 0;
  const shared = width * height;
  return (
    shared / ((right - left) * (bottom - top) + (otherRight - otherLeft) * (otherBottom - otherTop) - shared)
  );
}
