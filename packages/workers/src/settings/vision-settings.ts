import { availableParallelism } from "node:os";
import { share, whole } from "@signify/service/settings";
import type { VisionSettings } from "@signify/vision";
import { type Static, Type } from "@sinclair/typebox";

/** The settings that decide how pictures are looked at: alike for servers and workers that share work. */
export const visionSchemas = {
  MIN_DETECTION_CONFIDENCE: share(0.5, "Least palm score in the first look for a hand"),
  MIN_TRACKING_CONFIDENCE: share(0.5, "Least presence for a hand to be followed"),
  MAX_NUM_HANDS: whole(1, 2, 2, "Hands looked for"),
  LIVE_HAND_NETWORK: Type.Union([Type.Literal("int8"), Type.Literal("float32")], {
    default: "int8",
    description: "Numbers of the hand network for live frames: int8 is twice as fast, float32 exact",
  }),
  MAX_PICTURE_SIDE: whole(16, 16_384, 4096, "Longest side of a still picture, checked before decoding"),
  MAX_LIVE_PICTURE_SIDE: whole(
    16,
    16_384,
    1920,
    "The same for a live frame, and never more than `MAX_PICTURE_SIDE`",
  ),
  MAX_DECODED_SIDE: whole(192, 16_384, 1280, "Longer pictures are decoded at a reduced scale"),
  VISION_TIMEOUT_MS: whole(100, 600_000, 5000, "Time for one picture before its vision process is replaced"),
  MAX_VISION_MEMORY_MB: whole(
    192,
    65_536,
    512,
    "Memory of a vision process before it is replaced; the largest still takes 370, more with a higher `MAX_PICTURE_SIDE`",
  ),
};

const Schema = Type.Object(visionSchemas);

/** The settings that concern a vision process. */
export function visionSettings(settings: Static<typeof Schema>): VisionSettings {
  return {
    minDetectionConfidence: settings.MIN_DETECTION_CONFIDENCE,
    minTrackingConfidence: settings.MIN_TRACKING_CONFIDENCE,
    maxHands: settings.MAX_NUM_HANDS,
    liveHandNetwork: settings.LIVE_HAND_NETWORK,
    maxPictureSide: settings.MAX_PICTURE_SIDE,
    maxLivePictureSide: Math.min(settings.MAX_LIVE_PICTURE_SIDE, settings.MAX_PICTURE_SIDE),
    maxDecodedSide: settings.MAX_DECODED_SIDE,
  };
}

/** How many vision processes: as many as cores, at most as set. */
export function visionProcessCount(settings: { THREAD_POOL_MAX_WORKERS: number }): number {
  return Math.min(settings.THREAD_POOL_MAX_WORKERS, availableParallelism());
}
