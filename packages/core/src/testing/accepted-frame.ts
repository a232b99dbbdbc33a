import { acceptFrame } from "../frames/accept-frame.ts";
import type { Accepted, Frame, FrameOutcome } from "../frames/frame.ts";

/** An accepted frame that keeps what it was settled as. */
export type RecordedFrame<Form extends Frame = Frame> = Accepted<Form> & { outcomes: FrameOutcome[] };

/** Accepts a frame outside of a recognizer, for the test of a single stage. */
export function recordFrame<Form extends Frame>(
  frame: Form,
  accepted: { epoch?: number; signal?: AbortSignal } = {},
): RecordedFrame<Form> {
  const outcomes: FrameOutcome[] = [];
  const { epoch = 0, signal = new AbortController().signal } = accepted;
  const onSettled = (outcome: FrameOutcome) => outcomes.push(outcome);
  return Object.assign(acceptFrame(frame, { epoch, signal, receivedAt: 0, onSettled }), { outcomes });
}
