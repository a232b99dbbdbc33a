import type { AcceptedFrame, Frame, FrameOutcome } from "./frame.ts";

/** What the recogniser adds to a frame that it accepts. */
export type Acceptance = Pick<AcceptedFrame, "epoch" | "signal" | "receivedAt"> & {
  /** Told once of the frame's end. */
  onSettled: (outcome: FrameOutcome, frame: AcceptedFrame) => void;
};

/** Marks a frame with its epoch and sees to it that its end is told once, however many stages tell of it (I6). */
export function acceptFrame(frame: Frame, { onSettled, ...acceptance }: Acceptance): AcceptedFrame {
  let settled = false;
  const accepted: AcceptedFrame = {
    ...frame,
    ...acceptance,
    timings: {},
    settle: (outcome) => {
      if (settled) return;
      settled = true;
      onSettled(outcome, accepted);
    },
  };
  return accepted;
}
