import { handLength, landmarkCount } from "../landmarks/landmark-frame.ts";
import { shownHand } from "../landmarks/shown-hand.ts";

/** One hand in one picture: where its palm is, in picture heights, and its shape apart from that. */
export type HandLook = {
  x: number;
  y: number;
  /** From the wrist to the middle finger's base, in space, in picture heights. */
  palm: number;
  /** Points [21, 2] seen from the palm, in palm lengths. */
  shape: Float32Array;
  /** The picture's direction of the signer's own side of this hand: −1 for a right hand, whose own side is left in an un-mirrored picture. */
  ownSide: 1 | -1;
};

const slot = handLength;
const points = landmarkCount;
const middleBase = 9;
/** The wrist and the four fingers' bases: the palm, which fingers do not move. */
const palmPoints = [0, 5, 9, 13, 17];

/** Looks at the hand of a landmark frame [42, 3]; of two at the right one; `undefined` where there is none. */
export function lookAtHand(landmarks: ArrayLike<number>): HandLook | undefined {
  const shown = shownHand(Float32Array.from(landmarks));
  if (shown === "none") return undefined;
  const start = shown === "left" ? 0 : slot;
  const at = (point: number, axis: number) => landmarks[start + 3 * point + axis] ?? 0;
  const mean = (axis: number) =>
    palmPoints.reduce((sum, point) => sum + at(point, axis), 0) / palmPoints.length;
  const [x, y] = [mean(0), mean(1)];
  const palm = Math.hypot(...[0, 1, 2].map((axis) => at(middleBase, axis) - at(0, axis)));
  if (!(palm > 0)) return undefined;
  const shape = new Float32Array(2 * points);
  for (let point = 0; point < points; point++) {
    shape[2 * point] = (at(point, 0) - x) / palm;
    shape[2 * point + 1] = (at(point, 1) - y) / palm;
  }
  return { x, y, palm, shape, ownSide: shown === "left" ? 1 : -1 };
}

/** How far the farthest point of a shape is from where another has it, in palm lengths. */
export function shapeDistance(one: Float32Array, other: Float32Array): number {
  let farthest = 0;
  for (let index = 0; index < one.length; index += 2) {
    const away = Math.hypot(
      (one[index] ?? 0) - (other[index] ?? 0),
      (one[index + 1] ?? 0) - (other[index + 1] ?? 0),
    );
    farthest = Math.max(farthest, away);
  }
  return farthest;
}
