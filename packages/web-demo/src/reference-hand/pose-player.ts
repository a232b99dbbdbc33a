import type { Letter } from "@signify/core";
import { blendPoses } from "./blend-poses.ts";
import { letterPose, motionDuration } from "./letter-pose.ts";
import { ease } from "./sample-motion.ts";
import type { HandPose } from "./types.ts";

/**
 * What is seen at one moment, and whether the next moment will look different. `drawn` is the share (0..1) of the letter's path that is
 * seen: as much as was drawn while the hand moves, all of it when it rests.
 */
export type Moment = { pose: HandPose; drawn: number; moving: boolean };

/** Decides how the hand is held from moment to moment; times are in milliseconds of any one clock. */
export type PosePlayer = {
  /** Goes over to a letter; J and Z then move a few times. */
  show(letter: Letter, now: number): void;
  /** Shows the motion of J or Z once more. */
  play(now: number): void;
  /** Stays as it is. */
  pause(now: number): void;
  at(now: number): Moment;
};

const change = 320;
/** Before and after a motion the hand is held, then goes back to the start. */
const rest = 450;
const back = 350;
const repetitions = 3;

/** Starts with a letter. With `reducedMotion` letters change at once, and J and Z move only when they are played. */
export function createPosePlayer(letter: Letter, { reducedMotion }: { reducedMotion: boolean }): PosePlayer {
  let shown = letter;
  let from = letterPose(letter, 0);
  let changedAt = Number.NEGATIVE_INFINITY;
  let playedAt = Number.NEGATIVE_INFINITY;
  let plays = 0;
  let paused: Moment | undefined;

  const at = (now: number): Moment => {
    if (paused !== undefined) return paused;
    const start = letterPose(shown, 0);
    const share = (now - changedAt) / change;
    if (!reducedMotion && share < 1)
      return { pose: blendPoses(from, start, ease(Math.max(share, 0))), drawn: 0, moving: true };
    const duration = motionDuration(shown);
    const cycle = rest + duration + rest + back;
    const time = now - playedAt;
    if (duration === 0 || plays === 0 || time >= plays * cycle)
      return { pose: start, drawn: 1, moving: false };
    const inCycle = Math.max(time, 0) % cycle;
    const returned = (inCycle - (cycle - back)) / back;
    const pose = letterPose(shown, inCycle - rest);
    const drawn = Math.min(Math.max((inCycle - rest) / duration, 0), 1);
    return { pose: returned > 0 ? blendPoses(pose, start, ease(returned)) : pose, drawn, moving: true };
  };

  return {
    at,
    show(next, now) {
      if (next === shown && paused === undefined) return;
      from = at(now).pose;
      paused = undefined;
      shown = next;
      changedAt = now;
      playedAt = reducedMotion ? now : now + change;
      plays = reducedMotion ? 0 : repetitions;
    },
    play(now) {
      paused = undefined;
      playedAt = now;
      plays = 1;
    },
    pause(now) {
      paused = { ...at(now), moving: false };
    },
  };
}
