import type { Accepted, AcceptedFrame, Frame, FrameOutcome } from "./frame.ts";

/** What the recognizer adds to a frame that it accepts. */
export type Acceptance = Pick<AcceptedFrame, "epoch" | "signal" | "receivedAt"> & {
  /** Told once of the frame's end. */
  onSettled: (outcome: FrameOutcome) => void;
};

/** Marks a frame with its epoch and sees to it that its end is told once, however many stages tell of it (I6). */
export function acceptFrame<Form extends Frame>(
  frame: Form,
  { epoch, signal, receivedAt, onSettled }: Acceptance,
): Accepted<Form> {
  let settled = false;
  return {
    ...frame,
    epoch,
    signal,
    receivedAt,
    timings: {},
    settle: (outcome) => {
      if (settled) return;
      settled = true;
      onSettled(outcome);
    },
  };
}
