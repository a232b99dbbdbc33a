import { availableParallelism } from "node:os";
import type { RecognizerSettings } from "@signify/core";
import type { VisionSettings } from "@signify/vision";
import type { AdmissionOptions } from "../connections/admission.ts";
import type { Settings } from "./settings.ts";

/** The settings that concern the pipeline. */
export function recognizerSettings(settings: Settings): RecognizerSettings {
  return {
    windowSize: settings.KEYPOINT_BUFFER_SIZE,
    minFrames: settings.MIN_FRAMES,
    smoothingSize: settings.SLIDING_WINDOW_SIZE,
    throttle: {
      minInterval: settings.THROTTLE_MIN_INTERVAL_MS,
      probabilityThreshold: settings.THROTTLE_PROBABILITY_THRESHOLD,
    },
  };
}

/** The settings that concern a vision process. */
export function visionSettings(settings: Settings): VisionSettings {
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
export function visionProcessCount(settings: Settings): number {
  return Math.min(settings.THREAD_POOL_MAX_WORKERS, availableParallelism());
}

/** The settings that concern who may connect. */
export function admissionOptions(settings: Settings): Omit<AdmissionOptions, "clock" | "timers" | "onPause"> {
  return {
    maxConnections: settings.MAX_CONNECTIONS,
    maxConnectionsPerAddress: settings.MAX_CONNECTIONS_PER_ADDRESS,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    authToken: settings.AUTH_TOKEN,
  };
}
