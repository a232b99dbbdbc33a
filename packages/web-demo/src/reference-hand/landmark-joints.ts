import { fingerJoints, thumbJoints, wristJoint } from "./joint-names.ts";
import { fingers } from "./types.ts";

/** The joint of the WebXR hand at each of the 21 landmarks of MediaPipe: wrist, thumb, then the fingers from their knuckles on. */
export const landmarkJoints: readonly string[] = [
  wristJoint,
  ...thumbJoints,
  ...fingers.flatMap((finger) => fingerJoints[finger].slice(1)),
];
