import type { LocatedHands, WireErrorCode } from "@signify/core";
import type { PictureRequest } from "@signify/vision";

/** One picture for a vision process. */
export type VisionRequest = PictureRequest & { type: "locate"; id: number };

/** What goes from the server to a vision process. `stop`: finish the picture in hand, then exit. */
export type ToVision = VisionRequest | { type: "stop" };

/** What comes back: first, and once, whether the networks could be loaded. */
export type FromVision =
  | { type: "ready" }
  | { type: "not-loaded" }
  | { type: "located"; id: number; located: LocatedHands }
  | { type: "failed"; id: number; code: WireErrorCode; message: string };
