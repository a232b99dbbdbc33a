import { letterModelPaths, requireModel } from "@signify/models";
import type { OnnxLetterModel } from "./onnx-letter-model.ts";

export {
  type BatchingClassifierOptions,
  type BatchLetterModel,
  createBatchingClassifier,
  modelWindow,
} from "./batching-classifier.ts";
export { readHandRangesFile } from "./hand-ranges-file.ts";
export { readLetterModelFile } from "./letter-model-file.ts";
export type { OnnxLetterModel } from "./onnx-letter-model.ts";

/**
 * Where the letter model of this installation lies.
 * @throws SignifyError "internal" when it is missing.
 */
export function letterModelPath(): string {
  return requireModel(letterModelPaths().model);
}

/**
 * Loads the letter model of this installation, or another one. Its native library is loaded only now, which takes longer
 * than all else of a server's start.
 * @throws SignifyError "internal" when the model is missing; Error when the file is none
 */
export async function loadLetterModel(path: string = letterModelPath()): Promise<OnnxLetterModel> {
  const { loadOnnxLetterModel } = await import("./onnx-letter-model.ts");
  return loadOnnxLetterModel(path);
}
