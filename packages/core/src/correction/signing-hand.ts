import { handLength } from "../landmarks/landmark-frame.ts";
import { shownHand } from "../landmarks/shown-hand.ts";

/** The hand of a landmark frame that signs: [21, 3] and whether it is the left one. */
export type SigningHand = { landmarks: Float32Array; isLeft: boolean };

/** Height of the middle finger's knuckle among the numbers of a hand; it grows downwards. */
const knuckleHeight = 28;

/** The hand of a landmark frame [42, 3] that signs: of two the one held higher, as the letter model takes it. */
export function signingHand(landmarks: Float32Array): SigningHand | undefined {
  const shown = shownHand(landmarks);
  if (shown === "none") return undefined;
  const left = landmarks.subarray(0, handLength);
  const right = landmarks.subarray(handLength);
  const isLeft =
    shown === "both" ? (left[knuckleHeight] ?? 0) < (right[knuckleHeight] ?? 0) : shown === "left";
  return { landmarks: isLeft ? left : right, isLeft };
}
