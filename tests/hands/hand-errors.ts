import type { Hand } from "@signify/core/hands";
import type { ReferenceHand } from "./hand-photos.ts";

/** Mean distance of a hand's landmarks from a reference's, x and y in 0..1 of the picture. */
export function meanLandmarkError(hand: Hand, reference: ReferenceHand, aspect: number): number {
  let sum = 0;
  for (let index = 0; index < 63; index += 3) {
    const x = (hand.landmarks[index] ?? 0) / aspect - (reference.landmarks[index] ?? 0);
    const y = (hand.landmarks[index + 1] ?? 0) - (reference.landmarks[index + 1] ?? 0);
    sum += Math.hypot(x, y);
  }
  return sum / 21;
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The mean of a list of numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
