import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { shownHand } from "../landmarks/shown-hand.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import { endWithoutHand } from "./end-without-hand.ts";
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
  return eachValue(() => {
    const length = size * landmarkFrameLength;
    const older = length - landmarkFrameLength;
    /** Frames one after the other, led by zeros; what is behind `end` is still to be written. */
    let tape = new Float32Array();
    let end = 0;
    let shown: boolean[] = [];
    const reset = () => {
      // Zeros alone can stay.
      if (shown.includes(true)) [tape, end] = [new Float32Array(), 0];
      shown = [];
    };
    /** Appends a frame and answers the window that ends with it, which is never written to again. */
    const append = (landmarks: Float32Array, hand: boolean): Float32Array => {
      if (end === tape.length) {
        const next = new Float32Array(2 * length);
        next.set(tape.subarray(end - older));
        tape = next;
        end = older;
      }
      tape.set(landmarks, end);
      end += landmarkFrameLength;
      shown.push(hand);
      if (shown.length > size) shown.shift();
      return tape.subarray(end - length, end);
    };

    return {
      reset,
      value: ({ frame, value: { landmarks } }) => {
        const hand = shownHand(landmarks) !== "none";
        const frames = append(landmarks, hand);
        if (!hand) {
          if (!shown.slice(-forgetAfter).some(Boolean)) reset();
          return endWithoutHand(frame);
        }
        let known = 0;
        for (const one of shown) if (one) known += 1;
        if (known < minFrames) {
          frame.settle("filling");
          return { type: "status", frame, status: { state: "filling", frames: known, needed: minFrames } };
        }
        return { type: "value", frame, value: frames };
      },
    };
  });
}
