import type { Letter } from "@signify/core";
import { blendPoses } from "./blend-poses.ts";
import { letterPose, motionDuration } from "./letter-pose.ts";
import { ease } from "./sample-motion.ts";
import type { Sequence } from "./sequence.ts";
import type { FingerPose, HandPose } from "./types.ts";

/** Milliseconds of the open hand, of its becoming the letter, and of the letter at the end. */
const open = 500;
const close = 2200;
const hold = 1400;
/** J and Z move at this share of their speed. */
const pace = 0.4;

/** Shows how a letter is made out of an open hand, slowly enough to follow each finger. */
export function slowReplay(letter: Letter): Sequence {
  const shape = letterPose(letter, 0);
  const start = opened(shape);
  const made = open + close;
  const moves = motionDuration(letter) / pace;
  return {
    duration: made + moves + hold,
    poseAt(time) {
      if (time >= made) return letterPose(letter, (time - made) * pace);
      return blendPoses(start, shape, ease(Math.min(Math.max((time - open) / close, 0), 1)));
    },
  };
}

/** The same hand, turned the same way, with its fingers stretched out. */
function opened(shape: HandPose): HandPose {
  const straight = (spread: number): FingerPose => ({ bend: [0, 0, 0], spread });
  return {
    ...shape,
    index: straight(6),
    middle: straight(0),
    ring: straight(-4),
    little: straight(-8),
    thumb: { out: 50, forward: 20, twist: 5, bend: [0, 0] },
  };
}
