export type { AssetName, AssetOptions } from "../workers/asset-address.ts";
export { createHandTracker, type HandTracker, type HandTrackerOptions } from "./hand-tracker.ts";
export type { FoundHands } from "./hands-request.ts";
export { type SendHandsOptions, sendHands } from "./send-hands.ts";
