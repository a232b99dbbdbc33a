import type { Identity } from "../cluster/identity.ts";

/** An identity that no installation has. */
export const sampleIdentity: Identity = {
  version: "1",
  networks: "ab",
  minDetectionConfidence: 0.5,
  minTrackingConfidence: 0.5,
  maxHands: 2,
  liveHandNetwork: "int8",
  maxPictureSide: 4096,
  maxLivePictureSide: 1920,
  maxDecodedSide: 1280,
};
