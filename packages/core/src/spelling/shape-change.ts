import { lookAtHand, shapeDistance } from "./hand-look.ts";

/** Remembers when a hand last changed its shape. Times are milliseconds of any monotonic clock. */
export type ShapeChange = {
  /** The hand of a picture, as a landmark frame [42, 3]. */
  see(landmarks: ArrayLike<number>, now: number): void;
  /** Whether the shape has changed since that from which something was read at this time. True as long as no hand was seen. */
  changedSince(time: number): boolean;
  clear(): void;
};

/** A point that moves so far against the palm, in palm lengths, within so many milliseconds makes another shape. */
const other = 0.2;
const within = 250;
/** A letter is read at least so long after the hand took its shape. */
const readingLag = 100;

/** Tells another shape from a hand that trembles. */
export function createShapeChange(): ShapeChange {
  let shapes: { shape: Float32Array; at: number }[] = [];
  let changed = Number.POSITIVE_INFINITY;

  return {
    see(landmarks, now) {
      const look = lookAtHand(landmarks);
      if (look === undefined) return;
      const { shape } = look;
      if (changed === Number.POSITIVE_INFINITY) changed = now - readingLag;
      else if (shapes.some((before) => shapeDistance(before.shape, shape) >= other)) changed = now;
      shapes = [...shapes.filter(({ at }) => now - at <= within), { shape, at: now }];
    },
    changedSince: (time) => changed > time - readingLag,
    clear() {
      shapes = [];
      changed = Number.POSITIVE_INFINITY;
    },
  };
}
