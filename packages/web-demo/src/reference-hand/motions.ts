import type { Letter } from "@signify/core";
import type { Finger, Orientation, Place } from "./types.ts";

/** Where the hand is at one moment of a motion. */
export type Keyframe = { at: number; orientation: Orientation; place: Place };

/**
 * A letter that is drawn in the air, seen by somebody opposite a right hand. `corners`: the hand slows down at each
 * keyframe, as at the corners of a Z; otherwise it passes through them in one sweep. `finger` draws it.
 */
export type Motion = { finger: Finger; duration: number; corners: boolean; keyframes: readonly Keyframe[] };

const key = (at: number, [yaw, pitch, roll]: number[], [x, y]: number[]): Keyframe => ({
  at,
  orientation: { yaw: yaw ?? 0, pitch: pitch ?? 0, roll: roll ?? 0 },
  place: { x: x ?? 0, y: y ?? 0 },
});

/** The letters that are motions. Times are in milliseconds. */
export const motions: Partial<Record<Letter, Motion>> = {
  // The little finger draws the J: down, then round to the signer's other side while the palm turns to the signer.
  J: {
    finger: "little",
    duration: 1000,
    corners: false,
    keyframes: [
      key(0, [0, 0, 0], [0, 0.3]),
      key(200, [0, 14, 4], [0, 0.22]),
      key(400, [10, 48, 10], [-0.02, -0.05]),
      key(580, [45, 72, 4], [0, -0.3]),
      key(740, [90, 58, -14], [0.1, -0.36]),
      key(880, [128, 30, -30], [0.2, -0.3]),
      key(1000, [140, 18, -34], [0.24, -0.24]),
    ],
  },
  // The index finger draws the Z as the signer sees it, so the first stroke goes to the viewer's left.
  Z: {
    finger: "index",
    duration: 1200,
    corners: true,
    keyframes: [
      key(0, [0, 0, -8], [0.5, 0.3]),
      key(370, [0, 2, 14], [-0.5, 0.3]),
      key(800, [0, 10, -8], [0.45, -0.45]),
      key(1200, [0, 14, 14], [-0.5, -0.5]),
    ],
  },
};
