import type { Letter } from "@signify/core";
import { motions } from "./motions.ts";
import { poseOf } from "./poses.ts";
import { sampleMotion } from "./sample-motion.ts";
import type { HandPose } from "./types.ts";

/** A letter's pose `time` milliseconds after it began; only J and Z change. */
export function letterPose(letter: Letter, time: number): HandPose {
  const motion = motions[letter];
  return motion === undefined ? poseOf(letter) : { ...poseOf(letter), ...sampleMotion(motion, time) };
}

/** How long a letter moves, in milliseconds; 0 for the still ones. */
export function motionDuration(letter: Letter): number {
  return motions[letter]?.duration ?? 0;
}
