import type { HandNetworks } from "../mediapipe-package.ts";
import { addMetadata } from "./add-metadata.ts";
import { packAlignedArchive } from "./aligned-archive.ts";
import { encodeModelMetadata } from "./model-metadata.ts";

const entryName = "TFLITE_METADATA";

/** The bundle that `HandLandmarker` of `@mediapipe/tasks-vision` loads: both networks with their metadata. */
export function packHandLandmarker({ palmDetection, handLandmark }: HandNetworks): Uint8Array {
  return packAlignedArchive(
    new Map([
      ["hand_detector.tflite", addMetadata(palmDetection, entryName, encodeModelMetadata("HandDetector"))],
      [
        "hand_landmarks_detector.tflite",
        addMetadata(handLandmark, entryName, encodeModelMetadata("HandLandmarksDetector")),
      ],
    ]),
  );
}
