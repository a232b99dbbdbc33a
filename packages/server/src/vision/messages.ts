import type { ErrorCode, LocatedHands, RecognitionMode } from "@signify/core";
import type { HandTracking } from "@signify/core/hands";

/** One picture for a vision process, with all that it needs to know: the process itself remembers nothing. */
export type VisionRequest = {
  type: "locate";
  id: number;
  jpeg: Uint8Array;
  mirrored: boolean;
  tracking: HandTracking;
  mode: RecognitionMode;
};

/** What goes from the server to a vision process. `stop`: finish the picture in hand, then exit. */
export type ToVision = VisionRequest | { type: "stop" };

/** What comes back. `ready` comes once, when the networks are loaded. */
export type FromVision =
  | { type: "ready" }
  | { type: "located"; id: number; located: LocatedHands }
  | { type: "failed"; id: number; code: ErrorCode; message: string };

/** Numbers that the hand network computes with on live frames; stills always have float32. */
export type LiveHandNetwork = "int8" | "float32";

/** What a vision process is told on its command line, as JSON. */
export type VisionSettings = {
  minDetectionConfidence: number;
  minTrackingConfidence: number;
  maxHands: number;
  liveHandNetwork: LiveHandNetwork;
  maxPictureSide: number;
  maxDecodedSide: number;
};
