import { between, cross, dot, lengthOf, scaled, unit, type Vector } from "./vector.ts";

/** A hand's points as a right hand's, [21], in picture heights. */
export type HandPoints = readonly Vector[];

/**
 * The palm's own axes, each of length 1: `up` from the wrist to the middle finger's knuckle, `side` towards the index
 * finger's side, `out` of the palm; and its `size`, the mean distance from the wrist to the knuckles.
 */
export type PalmFrame = { up: Vector; side: Vector; out: Vector; size: number };

/** The knuckles of index, middle, ring and little finger. */
export const knuckles = [5, 9, 13, 17] as const;

/**
 * The points of one hand [21, 3] in picture heights, y down, un-mirrored; a left hand becomes the right hand that looks the
 * same.
 */
export function handPoints(landmarks: Float32Array, isLeft: boolean): Vector[] {
  return Array.from({ length: 21 }, (_, point) => [
    (isLeft ? -1 : 1) * (landmarks[3 * point] ?? 0),
    landmarks[3 * point + 1] ?? 0,
    landmarks[3 * point + 2] ?? 0,
  ]);
}

/** The point of a number; the origin where there is none. */
export const pointOf = (points: HandPoints, number: number): Vector => points[number] ?? [0, 0, 0];

/** The palm's frame, or nothing where the hand has no depth or no size: its bends cannot be seen then. */
export function palmFrame(points: HandPoints): PalmFrame | undefined {
  const wrist = pointOf(points, 0);
  const arms = knuckles.map((knuckle) => lengthOf(between(wrist, pointOf(points, knuckle))));
  const size = arms.reduce((sum, length) => sum + length, 0) / arms.length;
  if (!(size > 0) || points.every(([, , z]) => z === 0)) return undefined;
  const up = unit(between(wrist, pointOf(points, 9)));
  const width = between(pointOf(points, 17), pointOf(points, 5));
  const side = unit(between(scaled(up, dot(width, up)), width));
  return { up, side, out: cross(side, up), size };
}

/** A direction along the palm's axes: side, up, out. */
export const inPalm = ({ side, up, out }: PalmFrame, vector: Vector): Vector => [
  dot(vector, side),
  dot(vector, up),
  dot(vector, out),
];
