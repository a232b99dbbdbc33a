import { addMetadata } from "./add-metadata.ts";
import { packAlignedArchive } from "./aligned-archive.ts";
import { encodeModelMetadata } from "./model-metadata.ts";

/** MediaPipe's two hand networks, as TensorFlow Lite files. */
export type HandNetworks = { readonly palmDetection: Uint8Array; readonly handLandmark: Uint8Array };

const entryName = "TFLITE_METADATA";

/**
 * The bundle that `HandLandmarker` of `@mediapipe/tasks-vision` loads: both networks with their metadata. Google hands it out
 * on a site of its own and on no package registry, so it is made here of the networks that `@mediapipe/hands` ships.
 */
export function packHandLandmarker({ palmDetection, handLandmark }: HandNetworks): Uint8Array<ArrayBuffer> {
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
