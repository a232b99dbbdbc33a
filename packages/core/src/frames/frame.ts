import type { ShownHand } from "../landmarks/shown-hand.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";

/** What the client says of a frame. */
export type FrameHeader = {
  /** Increasing number given by the client (or counted by the server for the original protocol). */
  sequence: number;
  /** The client's monotonic clock at capture, in milliseconds. */
  capturedAt: number;
  /** Whether the picture is mirrored, as selfie previews are; landmarks are un-mirrored on the way. */
  mirrored: boolean;
};

/** A frame as the camera gave it, a JPEG. */
export type PictureFrame = FrameHeader & { kind: "picture"; jpeg: Uint8Array };

/** A frame whose hands the client has found itself: [42, 3] float32 in picture heights (x · aspect, y down, z · aspect). */
export type LandmarkFrame = FrameHeader & { kind: "landmarks"; landmarks: Float32Array };

/** One frame from a camera, in either form. */
export type Frame = PictureFrame | LandmarkFrame;

/** Why an accepted frame was not answered. */
export type DropReason = "superseded" | "reset" | "closed" | "no-hand" | "filling" | "failed";

/** The end of every accepted frame, exactly one each (invariant I6). */
export type FrameOutcome = "answered" | "throttled" | DropReason;

/** Whether a frame was read to its end, could not be read, or was dropped before. */
export type FrameFate = "processed" | "failed" | "dropped";

/** The fate that each outcome means. A frame without a hand, or with too few before it, was read as well as any. */
export const frameFates: Readonly<Record<FrameOutcome, FrameFate>> = {
  answered: "processed",
  throttled: "processed",
  "no-hand": "processed",
  filling: "processed",
  failed: "failed",
  superseded: "dropped",
  reset: "dropped",
  closed: "dropped",
};

/** Where the time of one frame went, in milliseconds. `wait` is the time between arrival and the first work on it. */
export type FrameTimings = ServerMessageOf<"prediction">["milliseconds"];

/** What the recognizer adds to a frame on its way through the stages. */
export type Accepted<Form extends Frame> = Form & {
  /** The target epoch in which it arrived. */
  epoch: number;
  /** Aborted as soon as the epoch is over. */
  signal: AbortSignal;
  /** Clock at arrival, in milliseconds. */
  receivedAt: number;
  timings: FrameTimings;
  /** Known once the hands were looked for. */
  hand?: ShownHand;
  /** The hands themselves, [42, 3] in picture heights, un-mirrored. */
  hands?: Float32Array;
  /** Says how the frame ended; only the first call counts. */
  settle: (outcome: FrameOutcome) => void;
};

/** A frame on its way through the stages. */
export type AcceptedFrame = Accepted<PictureFrame> | Accepted<LandmarkFrame>;
