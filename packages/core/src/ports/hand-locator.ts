import type { FrameTimings, PictureFrame } from "../frames/frame.ts";
import type { HandTracking } from "../landmarks/hand-tracking.ts";
import type { RecognitionMode } from "../schema/message-types.ts";

/** Where the time of the search for hands in one picture went, in milliseconds. */
export type HandTimings = Required<Pick<FrameTimings, "palm" | "warp" | "hand">>;

/** What the search for hands makes of one picture. */
export type LocatedHands = {
  /** [42, 3] float32 in picture heights, un-mirrored; zeros where there is no hand. */
  landmarks: Float32Array;
  /** How many hands were found: 0, 1 or 2. */
  hands: number;
  /** Width / height of the picture. */
  aspect: number;
  tracking: HandTracking;
  timings: HandTimings & { decode: number };
};

/** The right to use one vision worker for one picture. */
export type VisionLease = {
  /**
   * Finds the hands in a picture, once; the worker is free again when the promise settles.
   * @throws SignifyError "bad-picture", "picture-too-large" or "vision-failed".
   */
  locate(frame: PictureFrame, tracking: HandTracking, mode: RecognitionMode): Promise<LocatedHands>;
  /** Gives the worker back unused. */
  release(): void;
};

/** Finds hands: in this process, or in a pool of vision processes. */
export type HandLocator = {
  /**
   * Waits for a free worker. A frame is chosen only then, so that what a worker gets is the newest there is.
   * @throws the signal's reason when it is aborted first.
   */
  acquire(signal: AbortSignal): Promise<VisionLease>;
};
