import type { RecognizerSettings } from "@signify/core";
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

/** The settings that concern who may connect. */
export function admissionOptions(settings: Settings): Omit<AdmissionOptions, "clock" | "timers" | "onPause"> {
  return {
    maxConnections: settings.MAX_CONNECTIONS,
    maxConnectionsPerAddress: settings.MAX_CONNECTIONS_PER_ADDRESS,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    authToken: settings.AUTH_TOKEN,
  };
}
