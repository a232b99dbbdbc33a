import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { shownHand } from "../landmarks/shown-hand.ts";
import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import { endWithoutHand } from "./end-without-hand.ts";
import type { SeenHands } from "./locate-hands.ts";

/** Stands in for `window` when each picture stands for itself: the window is that one frame, `size` times. */
export function repeatStill({ size }: { size: number }): Stage<Flow<SeenHands>, Flow<Float32Array>> {
  return eachValue(() => ({
    value: ({ frame, value: { landmarks } }) => {
      if (shownHand(landmarks) === "none") return endWithoutHand(frame);
      const frames = new Float32Array(size * landmarkFrameLength);
      for (let index = 0; index < size; index++) frames.set(landmarks, index * landmarkFrameLength);
      return { type: "value", frame, value: frames };
    },
  }));
}
