import { type Letter, parseLetter } from "@signify/core";
import { type SpellingPace, spell } from "../src/reference-hand/spelling.ts";
import type { HandPose } from "../src/reference-hand/types.ts";
import type { ClipRenderer } from "./clip-renderer.ts";

/** How a clip is filmed. */
export type ClipOptions = {
  framesPerSecond: number;
  pace: SpellingPace;
  /** Turned by so much, in degrees: the view walks around the hand, `roll` tilts the hand in the picture. */
  view: { yaw: number; pitch: number; roll: number };
  /** How much the hand sways while it is held: 0 not at all, 1 as people do. */
  sway: number;
};

/** A word at a learner's pace, seen from the front. */
export const defaultClip: ClipOptions = {
  framesPerSecond: 15,
  pace: { change: 300, hold: 700, ready: 350 },
  view: { yaw: 0, pitch: 0, roll: 0 },
  sway: 0,
};

/** Films letters spelled one after the other; yields JPEG pictures. */
export async function* filmSpelling(
  renderer: ClipRenderer,
  letters: readonly Letter[],
  { framesPerSecond, pace, view, sway }: ClipOptions,
): AsyncGenerator<Uint8Array> {
  const { duration, poseAt } = spell(letters, pace);
  const interval = 1000 / framesPerSecond;
  for (let time = 0; time <= duration; time += interval) {
    const swayed = swaying(poseAt(time), time, sway);
    const { orientation } = swayed;
    const pose = { ...swayed, orientation: { ...orientation, roll: orientation.roll + view.roll } };
    yield renderer.frame(pose, view);
  }
}

/** The letters of a word. @throws RangeError for anything but A to Z. */
export function lettersOf(word: string): Letter[] {
  return Array.from(word, (character) => {
    const letter = parseLetter(character);
    if (letter === undefined)
      throw new RangeError(`Expected letters from A to Z, got ${JSON.stringify(word)}.`);
    return letter;
  });
}

/** Slow drift of a hand that is meant to be still, the same on every run. */
function swaying(pose: HandPose, time: number, amount: number): HandPose {
  const wave = (period: number, phase: number) => amount * Math.sin((2 * Math.PI * time) / period + phase);
  const { orientation, place } = pose;
  return {
    ...pose,
    orientation: {
      yaw: orientation.yaw + 3 * wave(2300, 0.4),
      pitch: orientation.pitch + 2 * wave(1700, 1.9),
      roll: orientation.roll + 2 * wave(2900, 4.1),
    },
    place: { x: place.x + 0.03 * wave(2100, 2.6), y: place.y + 0.03 * wave(1500, 0.9) },
  };
}
