export type { AssetEntry, AssetManifest, AssetName, AssetOptions } from "../workers/asset-address.ts";
export type { AssetLoader, AssetLoaderOptions } from "../workers/asset-loader.ts";
export type { FileLoading, Loading, LoadingPurpose } from "../workers/loading.ts";
export {
  createHandTracker,
  type FindOptions,
  type HandTracker,
  type HandTrackerOptions,
} from "./hand-tracker.ts";
export type { FoundHands } from "./hands-request.ts";
export { type SendHandsOptions, sendHands } from "./send-hands.ts";
