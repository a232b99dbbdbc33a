import { fileURLToPath } from "node:url";

/** File names of the built hand models. */
export const handModelFiles = {
  palmDetection: "palm-detection.onnx",
  handLandmark: "hand-landmark.onnx",
  handLandmarkInt8: "hand-landmark-int8.onnx",
  handLandmarkInt7: "hand-landmark-int7.onnx",
  palmDetectionTflite: "palm-detection.tflite",
  handLandmarkTflite: "hand-landmark.tflite",
} as const;

/** Absolute paths of the built hand models; whether they exist is for {@link requireModel} to say. */
export type HandModelPaths = {
  palmDetection: string;
  handLandmark: string;
  /** The hand network in whole numbers: over twice as fast, its landmarks off by 0.7 % of the palm's length. */
  handLandmarkInt8: string;
  /** The same with weights of seven bits, for processors that add products of bytes in 16 bits. */
  handLandmarkInt7: string;
  /** The palm network as its makers publish it, for LiteRT in browsers: input [1, 192, 192, 3]. */
  palmDetectionTflite: string;
  /** The hand network likewise, but without channels that have no effect, and its zeros positive: input [1, 224, 224, 3]. */
  handLandmarkTflite: string;
};

/** Absolute paths of the letter model and of what describes it. */
export type LetterModelPaths = { model: string; metadata: string };

/** Where `bun run build` puts the hand models: four ONNX networks, and two in TensorFlow Lite for browsers. */
export function handModelPaths(): HandModelPaths {
  return {
    palmDetection: path(`hands/dist/${handModelFiles.palmDetection}`),
    handLandmark: path(`hands/dist/${handModelFiles.handLandmark}`),
    handLandmarkInt8: path(`hands/dist/${handModelFiles.handLandmarkInt8}`),
    handLandmarkInt7: path(`hands/dist/${handModelFiles.handLandmarkInt7}`),
    palmDetectionTflite: path(`hands/dist/${handModelFiles.palmDetectionTflite}`),
    handLandmarkTflite: path(`hands/dist/${handModelFiles.handLandmarkTflite}`),
  };
}

/** Where the trained letter model lies. */
export function letterModelPaths(): LetterModelPaths {
  return { model: path("letters/letters.onnx"), metadata: path("letters/model.json") };
}

/** Where the ranges lie in which people's hands usually are when they sign a letter. */
export function handRangesPath(): string {
  return path("letters/hand-ranges.json");
}

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
