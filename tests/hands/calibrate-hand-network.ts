// Finds the range of every tensor of the hand network that its int8 form holds in bytes, and writes
// models/hands/activation-ranges.json. Reads every second letter photo of ../shared/data/hands/photos: the others stay
// unseen, for whoever measures the result.
//
//     bun tests/hands/calibrate-hand-network.ts

import { writeFileSync } from "node:fs";
import { findHands } from "@signify/core/hands";
import { handModelPaths } from "@signify/models";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { floatConvolutions, handLandmarkGraph } from "../../models/src/build-hand-models.ts";
import { readHandNetworks } from "../../models/src/mediapipe-package.ts";
import { encodeOnnx } from "../../models/src/onnx/encode-onnx.ts";
import type { OnnxGraph } from "../../models/src/onnx/onnx-graph.ts";
import { byteTensors } from "../../models/src/quantize/quantize-convolutions.ts";
import { createJpegDecoder } from "../../packages/vision/src/jpeg/jpeg-decoder.ts";
import { createOnnxHandModels } from "../../packages/vision/src/networks/onnx-hand-models.ts";
import { openHandPhotos } from "./hand-photos.ts";

const result = new URL("../../models/hands/activation-ranges.json", import.meta.url);
const surePresence = 0.8;

const graph = handLandmarkGraph(readHandNetworks().handLandmark);
const tensors = byteTensors(graph, floatConvolutions);
const observer = await InferenceSession.create(encodeOnnx(withExtremes(graph, tensors)));
const ranges = new Map<string, [number, number]>();

const decoder = createJpegDecoder();
const models = await createOnnxHandModels(handModelPaths());
const recording = {
  ...models.still,
  async readHand(input: Float32Array) {
    const reading = await models.still.readHand(input);
    if (reading.presence >= surePresence) await observe(input);
    return reading;
  },
};

const photos = openHandPhotos();
if (photos.missing !== "") process.exit(1);
const names = photos.names.filter((_, index) => index % 2 === 0);
for (const [index, name] of names.entries()) {
  const image = await decoder.decode(photos.read(name), { exact: true });
  await findHands(image, { models: recording, mode: "still" });
  process.stderr.write(`\r${index + 1} of ${names.length} photos`);
}
process.stderr.write("\n");
const entries = tensors.map((tensor) => [tensor, ranges.get(tensor) ?? [0, 0]]);
writeFileSync(result, `${JSON.stringify(Object.fromEntries(entries))}\n`);
process.exit(0);

/** The same network with the least and the largest value of each tensor as further outputs. */
function withExtremes(network: OnnxGraph, observed: readonly string[]): OnnxGraph {
  const extremes = observed.flatMap((tensor) =>
    ["ReduceMin", "ReduceMax"].map((operator) => ({
      operator,
      inputs: [tensor],
      outputs: [`${tensor}_${operator}`],
      attributes: { keepdims: 0 },
    })),
  );
  const outputs = extremes.flatMap((node) => node.outputs.map((name) => ({ name, shape: [] })));
  return { ...network, nodes: [...network.nodes, ...extremes], outputs: [...network.outputs, ...outputs] };
}

async function observe(input: Float32Array): Promise<void> {
  const outputs = await observer.run({ input: new Tensor("float32", input, [1, 3, 224, 224]) });
  const value = (name: string) => Number((outputs[name]?.data as Float32Array | undefined)?.[0]);
  for (const tensor of tensors) {
    const [least, most] = ranges.get(tensor) ?? [0, 0];
    ranges.set(tensor, [
      Math.min(least, rounded(value(`${tensor}_ReduceMin`))),
      Math.max(most, rounded(value(`${tensor}_ReduceMax`))),
    ]);
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
