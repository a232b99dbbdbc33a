// Finds the range of every tensor of the hand network that its int8 form holds in bytes, and writes
// models/hands/activation-ranges.json. Reads every second JPEG of a folder, in the order of their names: the others stay
// unseen, for whoever measures the result.
//
//     bun run --cwd packages/vision calibrate FOLDER

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handModelPaths } from "@signify/models";
import {
  type ActivationRange,
  activationRangesPath,
  byteTensors,
  encodeOnnx,
  floatConvolutions,
  handLandmarkGraph,
  readHandNetworks,
} from "@signify/models/hand-network";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { createSampler } from "../hands/sampling/create-sampler.ts";
import type { NetworkInput } from "../hands/sampling/sampler.ts";
import { findHands } from "../hands/search/find-hands.ts";
import { createJpegDecoder } from "../jpeg/jpeg-decoder.ts";
import { handInputSide } from "../networks/hand-models.ts";
import { createOnnxHandModels } from "../networks/onnx-hand-models.ts";
import { readFloats } from "../onnx/read-floats.ts";
import { extremesOf, withExtremes } from "./with-extremes.ts";

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write("Expected a folder of photos of hands.\n");
  process.exit(1);
}

/** Presence from which a reading counts as one of a hand: what is none has other ranges. */
const surePresence = 0.8;

const models = await createOnnxHandModels(handModelPaths());
const graph = handLandmarkGraph(readHandNetworks().handLandmark);
const tensors = byteTensors(graph, floatConvolutions);
const observer = await InferenceSession.create(encodeOnnx(withExtremes(graph, tensors)));
const ranges = new Map<string, ActivationRange>();

const recording = {
  ...models.still,
  async readHand(input: NetworkInput) {
    const reading = await models.still.readHand(input);
    if (reading.presence >= surePresence) await observe(input as Float32Array);
    return reading;
  },
};

const sampler = createSampler();
const decoder = createJpegDecoder({ room: sampler.room });
const names = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
const chosen = names.sort().filter((_, index) => index % 2 === 0);
for (const [index, name] of chosen.entries()) {
  const image = await decoder.decode(readFileSync(join(folder, name)), { mode: "still" });
  await findHands(image, { models: recording, sampler, mode: "still" });
  process.stderr.write(`\r${index + 1} of ${chosen.length} photos`);
}
process.stderr.write("\n");
const entries = tensors.map((tensor) => [tensor, ranges.get(tensor) ?? [0, 0]]);
writeFileSync(activationRangesPath, `${JSON.stringify(Object.fromEntries(entries))}\n`);
process.exit(0);

async function observe(input: Float32Array): Promise<void> {
  const outputs = await observer.run({
    input: new Tensor("float32", input, [1, 3, handInputSide, handInputSide]),
  });
  const value = (name: string) => Math.round((readFloats(outputs[name])[0] ?? Number.NaN) * 1e4) / 1e4;
  for (const tensor of tensors) {
    const names = extremesOf(tensor);
    const [least, most] = ranges.get(tensor) ?? [0, 0];
    ranges.set(tensor, [Math.min(least, value(names.least)), Math.max(most, value(names.most))]);
  }
}
