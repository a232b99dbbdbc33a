import type { LiveHandNetwork } from "../networks/hand-network-paths.ts";

/** All that decides how pictures are looked at. Plain data: a vision process is told it on its command line. */
export type VisionSettings = {
  /** Least palm score in the first look for a hand, 0..1. */
  minDetectionConfidence: number;
  /** Least presence for a hand to be followed, 0..1. */
  minTrackingConfidence: number;
  /** Hands looked for, 1 or 2. */
  maxHands: number;
  liveHandNetwork: LiveHandNetwork;
  /** Longest side of a still in pixels, checked before it is decoded. */
  maxPictureSide: number;
  /** Longest side of a live frame in pixels. */
  maxLivePictureSide: number;
  /** Longer pictures are decoded at a reduced scale, to this many pixels. */
  maxDecodedSide: number;
};
