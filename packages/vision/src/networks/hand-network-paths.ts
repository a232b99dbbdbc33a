import { handModelPaths, requireModel } from "@signify/models";
import type { OnnxHandModelsOptions } from "./onnx-hand-models.ts";

/** Numbers that the hand network computes with on live frames; stills always have float32. */
export type LiveHandNetwork = "int8" | "float32";

/**
 * The files of the hand networks that a server with this setting needs.
 * @throws SignifyError "internal" when one is missing
 */
export function handNetworkPaths(live: LiveHandNetwork): OnnxHandModelsOptions {
  const { palmDetection, handLandmark, handLandmarkInt8 } = handModelPaths();
  return {
    palmDetection: requireModel(palmDetection),
    handLandmark: requireModel(handLandmark),
    liveHandLandmark: live === "int8" ? requireModel(handLandmarkInt8) : handLandmark,
  };
}
