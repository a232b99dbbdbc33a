import type { HandPose } from "./types.ts";

/** A hand that moves for `duration` milliseconds. */
export type Sequence = {
  duration: number;
  /** The hand at `time` milliseconds; before the start and after the end, the first and the last pose. */
  poseAt(time: number): HandPose;
};
