import type { Finger } from "./types.ts";

/** Joints of the WebXR hand that a finger's pose turns, from the palm outwards; the last is the fingertip. */
export const fingerJoints: Record<Finger, readonly string[]> = {
  index: chain("index"),
  middle: chain("middle"),
  ring: chain("ring"),
  little: chain("pinky"),
};

/** Joints of the thumb, from the palm outwards. */
export const thumbJoints = [
  "thumb-metacarpal",
  "thumb-phalanx-proximal",
  "thumb-phalanx-distal",
  "thumb-tip",
] as const;

/** The joint that all others hang from. */
export const wristJoint = "wrist";

function chain(finger: string): string[] {
  return ["metacarpal", "phalanx-proximal", "phalanx-intermediate", "phalanx-distal", "tip"].map(
    (part) => `${finger}-finger-${part}`,
  );
}
