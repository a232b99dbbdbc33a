import { type HandPoints, palmFrame, pointOf } from "./palm-frame.ts";
import { between, lengthOf, scaled, sum } from "./vector.ts";

/** Follows a hand from frame to frame and takes the trembling out of it. */
export type SteadyHand = {
  /** The mean of what was seen lately, after one more frame captured at some milliseconds; nothing while the hand moves. */
  see(points: HandPoints, capturedAt: number): HandPoints | undefined;
};

/** Milliseconds after which a frame weighs about a third. */
const memory = 300;
/** Longest gap between two frames, in milliseconds. */
const longestGap = 500;
/** Palm sizes from the mean at which a point counts as moving: about one palm size a second. */
const moved = 0.35;
/** Wrist and tips of index and little finger: one of them moves in whatever way a hand does. */
const watched = [0, 8, 20];

/** Makes a {@link SteadyHand}. */
export function createSteadyHand(): SteadyHand {
  let mean: HandPoints | undefined;
  let last = Number.NEGATIVE_INFINITY;

  return {
    see(points, capturedAt) {
      const passed = capturedAt - last;
      last = capturedAt;
      const size = palmFrame(points)?.size ?? 0;
      const before = mean;
      if (!before || passed < 0 || passed > longestGap) {
        mean = points;
        return undefined;
      }
      const isMoving = watched.some(
        (number) => lengthOf(between(pointOf(before, number), pointOf(points, number))) > moved * size,
      );
      if (isMoving) {
        mean = points;
        return undefined;
      }
      const share = 1 - Math.exp(-passed / memory);
      mean = points.map((point, number) => {
        const old = pointOf(before, number);
        return sum(old, scaled(between(old, point), share));
      });
      return mean;
    },
  };
}
