import type { AcceptedFrame } from "../frames/frame.ts";
import type { StatusItem } from "../pipeline/flow.ts";

/** Ends a frame that shows no hand: there is nothing to read in it. */
export function endWithoutHand(frame: AcceptedFrame): StatusItem {
  frame.settle("no-hand");
  return { type: "status", frame, status: { state: "no-hand" } };
}
