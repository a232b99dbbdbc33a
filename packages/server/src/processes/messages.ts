import type { LocatedHands, WireErrorCode } from "@signify/core";
import type { PictureRequest } from "@signify/vision";

/** One picture for a vision process. */
export type VisionRequest = PictureRequest & { type: "locate"; id: number };

/** What goes from the server to a vision process. `stop`: finish the picture in hand, then exit. */
export type ToVision = VisionRequest | { type: "stop" };

/** What comes back. `ready` comes once, when the networks are loaded. */
export type FromVision =
  | { type: "ready" }
  | { type: "located"; id: number; located: LocatedHands }
  | { type: "failed"; id: number; code: WireErrorCode; message: string };
