import { acceptFrame } from "../accept-frame.ts";
import type { AcceptedFrame, Frame, FrameOutcome } from "../frame.ts";

/** An accepted frame that keeps what it was settled as. */
export type RecordedFrame = AcceptedFrame & { outcomes: FrameOutcome[] };

/** Accepts a frame outside of a recogniser, for the test of a single stage. */
export function recordFrame(
  frame: Frame,
  accepted: { epoch?: number; signal?: AbortSignal } = {},
): RecordedFrame {
  const outcomes: FrameOutcome[] = [];
  const { epoch = 0, signal = new AbortController().signal } = accepted;
  const onSettled = (outcome: FrameOutcome) => outcomes.push(outcome);
  return Object.assign(acceptFrame(frame, { epoch, signal, receivedAt: 0, onSettled }), { outcomes });
}
