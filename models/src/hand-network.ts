import { fileURLToPath } from "node:url";

export { handLandmarkGraph } from "./build-hand-models.ts";
export { readHandNetworks } from "./mediapipe-package.ts";
export { encodeOnnx } from "./onnx/encode-onnx.ts";
export type { OnnxGraph } from "./onnx/onnx-graph.ts";
export { type ChannelPeaks, depthwiseInputs } from "./quantize/even-channels.ts";
export { type ActivationRange, byteTensors } from "./quantize/quantize-convolutions.ts";

/** Where the build reads the range of every tensor that the int8 hand network holds in bytes: `{ tensor: [least, most] }`. */
export const activationRangesPath = fileURLToPath(
  new URL("../hands/activation-ranges.json", import.meta.url),
);

/** Where it reads the largest value of each channel that a depthwise convolution reads: `{ tensor: [largest, …] }`. */
export const channelPeaksPath = fileURLToPath(new URL("../hands/channel-peaks.json", import.meta.url));
