import type { Flow, Stage } from "../flow.ts";
import { landmarkFrameLength } from "../frame.ts";
import { shownHand } from "../shown-hand.ts";
import type { SeenHands } from "./locate-hands.ts";

/** Options of {@link window}. */
export type WindowOptions = {
  /** Frames in the window. */
  size: number;
  /** Frames with a hand that it takes for a first reading. */
  minFrames: number;
};

/** After so many frames in a row without a hand, what was signed before no longer counts. */
const forgetAfter = 4;

/**
 * Landmark frames → the last `size` of them, [size, 42, 3], oldest first, missing leading frames zero.
 * A frame without a hand takes its place in the window as zeros but is not read: it ends here as `no-hand`.
 */
export function window({ size, minFrames }: WindowOptions): Stage<Flow<SeenHands>, Flow<Float32Array>> {
  return async function* (source) {
    const frames = new Float32Array(size * landmarkFrameLength);
    let shown: boolean[] = [];
    const clear = () => {
      frames.fill(0);
      shown = [];
    };
    const append = (landmarks: Float32Array, hand: boolean) => {
      frames.copyWithin(0, landmarkFrameLength);
      frames.set(landmarks, frames.length - landmarkFrameLength);
      shown.push(hand);
      if (shown.length > size) shown.shift();
    };

    for await (const item of source) {
      if (item.type === "reset") clear();
      if (item.type !== "value") {
        yield item;
        continue;
      }
      const { frame, value } = item;
      const hand = shownHand(value.landmarks) !== "none";
      append(value.landmarks, hand);
      const known = shown.filter(Boolean).length;
      if (!hand) {
        if (!shown.slice(-forgetAfter).some(Boolean)) clear();
        frame.settle("no-hand");
        yield { type: "status", frame, status: { state: "no-hand" } };
      } else if (known < minFrames) {
        frame.settle("filling");
        yield { type: "status", frame, status: { state: "filling", frames: known, needed: minFrames } };
      } else {
        yield { type: "value", frame, value: frames.slice() };
      }
    }
  };
}
