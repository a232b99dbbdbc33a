import type { HandBox } from "./hand-box.ts";

/** Why no hand, or no good hand, may be found; the most likely reason only. */
export type PictureAdvice =
  | "dark"
  | "bright"
  | "two-hands"
  | "too-close"
  | "too-far"
  | "out-of-picture"
  | "no-hand";

/**
 * What to tell the learner. `brightness` is the picture's mean luma, 0..255; `box` is where the hand is, or was last
 * (`seen: false`); nothing is said of a hand that is well in the picture.
 */
export function pictureAdvice(options: {
  brightness: number | undefined;
  box: HandBox | undefined;
  seen: boolean;
  twoHands: boolean;
}): PictureAdvice | undefined {
  const { brightness, box, seen, twoHands } = options;
  const size = box ? Math.max(box.bottom - box.top, box.right - box.left) : undefined;
  if (twoHands) return "two-hands";
  if (size !== undefined && size > 0.9) return "too-close";
  if (box && touchesEdge(box)) return "out-of-picture";
  if (seen) return size !== undefined && size < tooSmall ? "too-far" : undefined;
  if (brightness !== undefined && brightness < 45) return "dark";
  if (brightness !== undefined && brightness > 225) return "bright";
  return size !== undefined && size < lostWhenSmall ? "too-far" : "no-hand";
}

/** Of the picture's width or height: a hand that is smaller is seldom read. */
const tooSmall = 0.12;

/** A hand that was lost at this size has most likely gone too far away. */
const lostWhenSmall = 0.16;

function touchesEdge(box: HandBox): boolean {
  return box.left < -0.01 || box.top < -0.01 || box.right > 1.01 || box.bottom > 1.01;
}
