import { fileURLToPath } from "node:url";

/** File names of the built hand models. */
export const handModelFiles = {
  palmDetection: "palm-detection.onnx",
  handLandmark: "hand-landmark.onnx",
  handLandmarkerTask: "hand_landmarker.task",
} as const;

/** Absolute paths of the built hand models; whether they exist is for {@link requireModel} to say. */
export type HandModelPaths = { palmDetection: string; handLandmark: string; handLandmarkerTask: string };

/** Absolute paths of the letter model and of what describes it. */
export type LetterModelPaths = { model: string; metadata: string };

/** Where `bun run build` puts the hand models: two ONNX networks, and a MediaPipe Tasks bundle for browsers. */
export function handModelPaths(): HandModelPaths {
  return {
    palmDetection: path(`hands/dist/${handModelFiles.palmDetection}`),
    handLandmark: path(`hands/dist/${handModelFiles.handLandmark}`),
    handLandmarkerTask: path(`hands/dist/${handModelFiles.handLandmarkerTask}`),
  };
}

/** Where the trained letter model lies. */
export function letterModelPaths(): LetterModelPaths {
  return { model: path("letters/letters.onnx"), metadata: path("letters/model.json") };
}

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
