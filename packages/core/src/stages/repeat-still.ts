import type { Flow, Stage } from "../flow.ts";
import { landmarkFrameLength } from "../frame.ts";
import { shownHand } from "../shown-hand.ts";
import type { SeenHands } from "./locate-hands.ts";

/** Stands in for `window` when each picture stands for itself: the window is that one frame, `size` times. */
export function repeatStill({ size }: { size: number }): Stage<Flow<SeenHands>, Flow<Float32Array>> {
  return async function* (source) {
    for await (const item of source) {
      if (item.type !== "value") {
        yield item;
        continue;
      }
      const { frame, value } = item;
      if (shownHand(value.landmarks) === "none") {
        frame.settle("no-hand");
        yield { type: "status", frame, status: { state: "no-hand" } };
        continue;
      }
      const frames = new Float32Array(size * landmarkFrameLength);
      for (let index = 0; index < size; index++) frames.set(value.landmarks, index * landmarkFrameLength);
      yield { type: "value", frame, value: frames };
    }
  };
}
