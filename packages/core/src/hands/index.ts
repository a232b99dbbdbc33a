export { type FindHandsOptions, findHands, type SearchMode } from "./find-hands.ts";
export { handInputSide, landmarkCount } from "./hand-landmarks.ts";
export { type LandmarkFrameOptions, toLandmarkFrame } from "./landmark-frame.ts";
export { palmAnchorCount, palmInputSide } from "./palm-anchors.ts";
export {
  type FoundHands,
  type Hand,
  type HandModels,
  type HandTimings,
  type HandTrack,
  type HandTracking,
  noTracking,
  type Region,
  type RgbaImage,
} from "./types.ts";
