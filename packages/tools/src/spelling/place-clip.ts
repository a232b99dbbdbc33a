import { landmarkFrameLength } from "@signify/core";
import { moveFrame } from "./mix-frames.ts";

/** Where a clip is put: the wrist at the mean (still) or the start (moving) of the clip, in picture heights. */
export type ClipPlace = {
  x: number;
  y: number;
  /** From the wrist to the middle finger's base, in space. */
  palm: number;
  still: boolean;
};

const slot = landmarkFrameLength / 2;
const middleBase = 9;

/** Puts a clip of a right hand at another place and distance; how it moves stays as it was recorded. */
export function placeClip(clip: readonly Float32Array[], { x, y, palm, still }: ClipPlace): Float32Array[] {
  const scale = palm / mean(clip.map(palmLength));
  const scaled = clip.map((frame) => frame.map((value) => value * scale));
  const anchors = still ? scaled : scaled.slice(0, 1);
  const wrist = (axis: number) => mean(anchors.map((frame) => frame[slot + axis] ?? 0));
  const [dx, dy] = [x - wrist(0), y - wrist(1)];
  return scaled.map((frame) => moveFrame(frame, dx, dy));
}

function palmLength(frame: Float32Array): number {
  const at = (axis: number) => (frame[slot + 3 * middleBase + axis] ?? 0) - (frame[slot + axis] ?? 0);
  return Math.hypot(at(0), at(1), at(2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
