// Finds the range of every tensor of the hand network that its forms in whole numbers hold in bytes, and how far each channel goes that a depthwise
// convolution reads. Writes models/hands/activation-ranges.json and channel-peaks.json. Reads every second JPEG of a folder, in the order of
// their names: the others stay unseen, for whoever measures the result.
//
//     bun run --cwd packages/vision calibrate FOLDER

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Region } from "@signify/core";
import { handModelPaths } from "@signify/models";
import {
  activationRangesPath,
  byteTensors,
  channelPeaksPath,
  depthwiseInputs,
  encodeOnnx,
  handLandmarkGraph,
  readHandNetworks,
} from "@signify/models/hand-network";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { createSampler } from "../hands/sampling/create-sampler.ts";
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

/** How a hand is looked at beside the way that the search has it: a camera's frames have it turned, nearer, or aside. */
const views: readonly ((region: Region) => Region)[] = [
  (region) => region,
  (region) => ({ ...region, rotation: region.rotation + 0.2 }),
  (region) => ({ ...region, rotation: region.rotation - 0.2 }),
  (region) => ({ ...region, size: 0.85 * region.size }),
  (region) => ({ ...region, size: 1.2 * region.size }),
  (region) => ({ ...region, centerX: region.centerX + 0.06 * region.size }),
  (region) => ({ ...region, centerY: region.centerY - 0.06 * region.size }),
];

const models = await createOnnxHandModels(handModelPaths());
const graph = handLandmarkGraph(readHandNetworks().handLandmark);
const tensors = byteTensors(graph);
const observer = await InferenceSession.create(encodeOnnx(withExtremes(graph, tensors)));
const channels = new Map<string, { least: Float32Array; most: Float32Array }>();

const sampler = createSampler();
const decoder = createJpegDecoder({ room: sampler.room });
const names = readdirSync(folder).filter((name) => name.endsWith(".jpg"));
const chosen = names.sort().filter((_, index) => index % 2 === 0);
for (const [index, name] of chosen.entries()) {
  const image = await decoder.decode(readFileSync(join(folder, name)), { mode: "still" });
  const { tracking } = await findHands(image, { models: models.still, sampler, mode: "still" });
  const sample = sampler.open(image);
  for (const { region } of tracking.tracks) {
    for (const view of views) {
      await observe(
        sample(view(region), { side: handInputSide, border: "replicate", form: "planar-floats" }),
      );
    }
  }
  process.stderr.write(`\r${index + 1} of ${chosen.length} photos`);
}
process.stderr.write("\n");

const ranges = tensors.map((tensor) => {
  const { least = [], most = [] } = channels.get(tensor) ?? {};
  return [tensor, [rounded(Math.min(0, ...least)), rounded(Math.max(0, ...most))]];
});
const peaks = depthwiseInputs(graph).map((tensor) => [
  tensor,
  Array.from(channels.get(tensor)?.most ?? [], rounded),
]);
writeFileSync(activationRangesPath, `${JSON.stringify(Object.fromEntries(ranges))}\n`);
writeFileSync(channelPeaksPath, `${JSON.stringify(Object.fromEntries(peaks))}\n`);
process.exit(0);

async function observe(input: Float32Array): Promise<void> {
  const outputs = await observer.run({
    input: new Tensor("float32", input, [1, 3, handInputSide, handInputSide]),
  });
  if (!((readFloats(outputs.presence)[0] ?? 0) >= surePresence)) return;
  for (const tensor of tensors) {
    const names = extremesOf(tensor);
    const [least, most] = [readFloats(outputs[names.least]), readFloats(outputs[names.most])];
    const known = channels.get(tensor) ?? { least, most };
    channels.set(tensor, {
      least: known.least.map((value, channel) => Math.min(value, least[channel] ?? 0)),
      most: known.most.map((value, channel) => Math.max(value, most[channel] ?? 0)),
    });
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
