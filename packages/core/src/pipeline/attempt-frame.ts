import type { AcceptedFrame } from "../frames/frame.ts";
import type { FailureItem, ValueItem } from "./flow.ts";

/**
 * Work on one frame that may fail, which costs this frame alone: it ends as failed and says why. When its epoch is over
 * by then it ends as reset, and nothing is said.
 */
export async function attemptFrame<T>(
  frame: AcceptedFrame,
  work: () => Promise<T>,
): Promise<ValueItem<T> | FailureItem | undefined> {
  try {
    return { type: "value", frame, value: await work() };
  } catch (error) {
    if (frame.signal.aborted) {
      frame.settle("reset");
      return undefined;
    }
    frame.settle("failed");
    return { type: "failure", frame, error: error as Error };
  }
}
