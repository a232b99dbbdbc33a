import { fileURLToPath } from "node:url";

/** File names of the built hand models. */
export const handModelFiles = {
  palmDetection: "palm-detection.onnx",
  handLandmark: "hand-landmark.onnx",
  handLandmarkInt8: "hand-landmark-int8.onnx",
  palmDetectionTflite: "palm-detection.tflite",
  handLandmarkTflite: "hand-landmark.tflite",
} as const;

/** Absolute paths of the built hand models; whether they exist is for {@link requireModel} to say. */
export type HandModelPaths = {
  palmDetection: string;
  handLandmark: string;
  /** The hand network in whole numbers: 1.4 times as fast, its landmarks off by 0.7 % of the palm's length. */
  handLandmarkInt8: string;
  /** The palm network as its makers publish it, for LiteRT in browsers: input [1, 192, 192, 3]. */
  palmDetectionTflite: string;
  /** The hand network likewise: input [1, 224, 224, 3]. */
  handLandmarkTflite: string;
};

/** Absolute paths of the letter model and of what describes it. */
export type LetterModelPaths = { model: string; metadata: string };

/** Where `bun run build` puts the hand models: three ONNX networks, and two in TensorFlow Lite for browsers. */
export function handModelPaths(): HandModelPaths {
  return {
    palmDetection: path(`hands/dist/${handModelFiles.palmDetection}`),
    handLandmark: path(`hands/dist/${handModelFiles.handLandmark}`),
    handLandmarkInt8: path(`hands/dist/${handModelFiles.handLandmarkInt8}`),
    palmDetectionTflite: path(`hands/dist/${handModelFiles.palmDetectionTflite}`),
    handLandmarkTflite: path(`hands/dist/${handModelFiles.handLandmarkTflite}`),
  };
}

/** Where the trained letter model lies. */
export function letterModelPaths(): LetterModelPaths {
  return { model: path("letters/letters.onnx"), metadata: path("letters/model.json") };
}

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
