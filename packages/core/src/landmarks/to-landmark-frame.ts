import type { Hand } from "./hand.ts";
import { handLength, landmarkFrameLength } from "./landmark-frame.ts";
import { mirrorLandmarks } from "./mirror-landmarks.ts";

/** About the picture that hands were found in. */
export type LandmarkFrameOptions = {
  /** Width / height. */
  aspect: number;
  /** Whether left and right are exchanged in the picture, as in a selfie preview. */
  mirrored: boolean;
};

/**
 * Puts hands into a landmark frame, [42, 3]: rows 0–20 the signer's left hand, 21–41 the right one, zeros where there
 * is none, in picture heights of the un-mirrored picture.
 *
 * Where two hands claim to be the same one, the surer one keeps its place and the other takes the free one. More than
 * two hands: the two of highest presence.
 */
export function toLandmarkFrame(
  hands: readonly Hand[],
  { aspect, mirrored }: LandmarkFrameOptions,
): Float32Array {
  const frame = new Float32Array(landmarkFrameLength);
  const [first, second] = hands
    .toSorted((a, b) => b.presence - a.presence)
    .slice(0, 2)
    .toSorted((a, b) => sureness(b) - sureness(a));
  if (first === undefined) return frame;
  const firstIsRight = first.rightProbability >= 0.5;
  place(frame, first, firstIsRight);
  if (second !== undefined) place(frame, second, !firstIsRight);
  // In a mirrored picture a right hand looks like a left one.
  return mirrored ? mirrorLandmarks(frame, aspect) : frame;
}

function sureness(hand: Hand): number {
  return Math.abs(hand.rightProbability - 0.5);
}

function place(frame: Float32Array, { landmarks }: Hand, isRight: boolean): void {
  frame.set(landmarks.subarray(0, handLength), isRight ? handLength : 0);
}
