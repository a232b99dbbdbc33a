import { fileURLToPath } from "node:url";

export { floatConvolutions, handLandmarkGraph } from "./build-hand-models.ts";
export { readHandNetworks } from "./mediapipe-package.ts";
export { encodeOnnx } from "./onnx/encode-onnx.ts";
export type { OnnxGraph } from "./onnx/onnx-graph.ts";
export { type ActivationRange, byteTensors } from "./quantize/quantize-convolutions.ts";

/** Where the build reads the range of every tensor that the int8 hand network holds in bytes: `{ tensor: [least, most] }`. */
export const activationRangesPath = fileURLToPath(
  new URL("../hands/activation-ranges.json", import.meta.url),
);
