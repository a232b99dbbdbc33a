import { handModelPaths, requireModel } from "@signify/models";
import { byteProductsOverflow } from "./byte-products-overflow.ts";
import type { OnnxHandModelsOptions } from "./onnx-hand-models.ts";

/** Numbers that the hand network computes with on live frames; stills always have float32. */
export type LiveHandNetwork = "int8" | "float32";

/**
 * The files of the hand networks that a server with this setting needs.
 * @param overflows whether the processor wants weights of seven bits
 * @throws SignifyError "internal" when one is missing
 */
export function handNetworkPaths(
  live: LiveHandNetwork,
  overflows = byteProductsOverflow(),
): OnnxHandModelsOptions {
  const { palmDetection, handLandmark, handLandmarkInt8, handLandmarkInt7 } = handModelPaths();
  const inWholeNumbers = overflows ? handLandmarkInt7 : handLandmarkInt8;
  return {
    palmDetection: requireModel(palmDetection),
    handLandmark: requireModel(handLandmark),
    liveHandLandmark: live === "int8" ? requireModel(inWholeNumbers) : handLandmark,
  };
}
