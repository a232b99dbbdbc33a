import type { Letter } from "@signify/core";
import { blendPoses } from "./blend-poses.ts";
import { letterPose, motionDuration } from "./letter-pose.ts";
import { ease } from "./sample-motion.ts";
import type { HandPose } from "./types.ts";

/** How a word is spelled; in milliseconds. */
export type SpellingPace = {
  /** From one letter to the next. */
  change: number;
  /** A letter is held so long; J and Z so long after their motion. */
  hold: number;
  /** Before the motion of J and Z. */
  ready: number;
};

/** A word being spelled. */
export type Spelling = {
  duration: number;
  /** The hand at `time` milliseconds; before the start and after the end, the first and the last pose. */
  poseAt(time: number): HandPose;
};

/** How far a letter that comes twice is moved to the signer's own side, in palm lengths. */
const repeatShift = 0.35;

/** Spells letters one after the other. @throws RangeError without a letter. */
export function spell(letters: readonly Letter[], { change, hold, ready }: SpellingPace): Spelling {
  const steps: { letter: Letter; start: number; motionStart: number; end: number; shift: number }[] = [];
  for (const letter of letters) {
    const last = steps.at(-1);
    const start = last === undefined ? 0 : last.end + change;
    const moves = motionDuration(letter);
    const motionStart = start + (moves > 0 ? ready : 0);
    const shift = last?.letter === letter ? last.shift - repeatShift : 0;
    steps.push({ letter, start, motionStart, end: motionStart + moves + hold, shift });
  }
  const first = steps[0];
  if (first === undefined) throw new RangeError("expected at least one letter to spell");

  const poseIn = ({ letter, motionStart, shift }: typeof first, time: number): HandPose => {
    const pose = letterPose(letter, time - motionStart);
    return { ...pose, place: { x: pose.place.x + shift, y: pose.place.y } };
  };

  return {
    duration: steps.at(-1)?.end ?? 0,
    poseAt(time) {
      const index = steps.findLastIndex(({ start }) => start <= time);
      const step = steps[index] ?? first;
      const next = steps[index + 1];
      if (index < 0 || next === undefined || time <= step.end)
        return poseIn(step, Math.max(time, step.start));
      return blendPoses(poseIn(step, step.end), poseIn(next, next.start), ease((time - step.end) / change));
    },
  };
}
