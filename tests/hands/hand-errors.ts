import type { Hand } from "@signify/core";
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

/** Mean distance of two hands' landmarks as a share of the palm's length: wrist to the middle finger's base. */
export function palmDistance(one: Float32Array, other: Float32Array): number {
  const between = (a: Float32Array, i: number, b: Float32Array, j: number) =>
    Math.hypot((a[3 * i] ?? 0) - (b[3 * j] ?? 0), (a[3 * i + 1] ?? 0) - (b[3 * j + 1] ?? 0));
  const distances = Array.from({ length: 21 }, (_, point) => between(one, point, other, point));
  return mean(distances) / between(one, 0, one, 9);
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The mean of a list of numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
