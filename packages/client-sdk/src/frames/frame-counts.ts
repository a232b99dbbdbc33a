/**
 * Why a frame was not sent:
 * - `paced`: the camera is faster than the server allows or than makes sense, a newer frame took its place;
 * - `slow-link`: the way to the server is slow, a newer frame took its place;
 * - `disconnected`: there was no session;
 * - `new-target`: it was captured before the target changed;
 * - `closed`: the client was closed.
 */
export type DropReason = "paced" | "slow-link" | "disconnected" | "new-target" | "closed";

/** What became of the frames. `offered` = `sent` + the sum of `dropped` + at most one that waits. */
export type FrameCounts = {
  /** Given to the client. */
  offered: number;
  /** Gone to the server, or read on this device. */
  sent: number;
  /** Not sent, by the reason. */
  dropped: Record<DropReason, number>;
};

/** All zero. */
export function noFrames(): FrameCounts {
  return {
    offered: 0,
    sent: 0,
    dropped: { paced: 0, "slow-link": 0, disconnected: 0, "new-target": 0, closed: 0 },
  };
}
