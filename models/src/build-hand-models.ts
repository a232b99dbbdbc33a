import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import activationRanges from "../hands/activation-ranges.json" with { type: "json" };
import channelPeaks from "../hands/channel-peaks.json" with { type: "json" };
import { convertTflite } from "./convert/convert-tflite.ts";
import type { HandNetworks } from "./mediapipe-package.ts";
import { handModelFiles } from "./model-paths.ts";
import { encodeOnnx } from "./onnx/encode-onnx.ts";
import { freeInputSize } from "./onnx/free-input-size.ts";
import type { OnnxGraph } from "./onnx/onnx-graph.ts";
import { rewritePRelu } from "./onnx/rewrite-prelu.ts";
import { type ChannelPeaks, evenChannels } from "./quantize/even-channels.ts";
import { type ActivationRange, quantizeConvolutions } from "./quantize/quantize-convolutions.ts";
import { readPatches, takeBytes } from "./quantize/read-patches.ts";
import { widenFirstBlock } from "./quantize/widen-depthwise.ts";
import { dropDeadChannels } from "./tflite/drop-dead-channels.ts";
import { positiveZeros } from "./tflite/positive-zeros.ts";

/**
 * The palm network as ONNX: input [1, 3, height, width], outputs "boxes" [1, anchors, 18] and "scores" [1, anchors, 1]; 2016 anchors for
 * the 192 × 192 pixels that it was made for.
 */
function buildPalmDetection(tflite: Uint8Array): Uint8Array {
  const graph = convertTflite(tflite, { name: "palm_detection_full", outputs: ["boxes", "scores"] });
  return encodeOnnx(freeInputSize(rewritePRelu(graph)));
}

const handLandmarkName = "hand_landmark_full";

/**
 * The hand network: input [1, 3, 224, 224], outputs "landmarks" [1, 63], "presence" [1, 1], "handedness" [1, 1] and
 * "world_landmarks" [1, 63].
 *
 * @throws SignifyError "internal" when the file cannot be read
 */
export function handLandmarkGraph(tflite: Uint8Array): OnnxGraph {
  return graphOf(dropDeadChannels(tflite, handLandmarkName));
}

function graphOf(slim: Uint8Array): OnnxGraph {
  const outputs = ["landmarks", "presence", "handedness", "world_landmarks"];
  return rewritePRelu(convertTflite(slim, { name: handLandmarkName, outputs }));
}

/** The hand network in whole numbers throughout: it reads patches of bytes [1, 112, 112, 32], see `readPatches`. */
function buildHandLandmarkInt8(graph: OnnxGraph): Uint8Array {
  const patched = readPatches(widenFirstBlock(evenChannels(graph, channelPeaks as ChannelPeaks)));
  return encodeOnnx(takeBytes(quantizeConvolutions(patched, { ranges: rangesOf(graph) })));
}

/**
 * The same where pairs of products are added in 16 bits, which weights of more than seven bits would overflow. They err twice as much: so the first
 * three convolutions, which lose the most and gain nothing there, stay in floats, and the input with them.
 */
function buildHandLandmarkInt7(graph: OnnxGraph): Uint8Array {
  const even = evenChannels(graph, channelPeaks as ChannelPeaks);
  const options = { ranges: rangesOf(graph), floatConvolutions: 3, largestWeight: 63 };
  return encodeOnnx(quantizeConvolutions(even, options));
}

function rangesOf(graph: OnnxGraph): Record<string, ActivationRange> {
  const [handedOn = ""] = graph.nodes[0]?.outputs ?? [];
  // A pixel's byte is the number itself, whatever pixels were looked at.
  return { ...activationRanges, [handedOn]: [0, 1] } as unknown as Record<string, ActivationRange>;
}

/**
 * Builds all hand models into a folder; what is there already is replaced, each file at once. The same networks give
 * the same bytes.
 *
 * @returns name and size in bytes of each file
 * @throws SignifyError "internal" when a network cannot be read
 */
export function buildHandModels(
  networks: HandNetworks,
  directory: string,
): { name: string; bytes: number }[] {
  const slim = dropDeadChannels(networks.handLandmark, handLandmarkName);
  const handLandmark = graphOf(slim);
  const files = [
    { name: handModelFiles.palmDetection, content: buildPalmDetection(networks.palmDetection) },
    { name: handModelFiles.handLandmark, content: encodeOnnx(handLandmark) },
    { name: handModelFiles.handLandmarkInt8, content: buildHandLandmarkInt8(handLandmark) },
    { name: handModelFiles.handLandmarkInt7, content: buildHandLandmarkInt7(handLandmark) },
    { name: handModelFiles.palmDetectionTflite, content: networks.palmDetection },
    { name: handModelFiles.handLandmarkTflite, content: positiveZeros(slim, handLandmarkName) },
  ];
  mkdirSync(directory, { recursive: true });
  return files.map(({ name, content }) => {
    const unfinished = join(directory, `${name}.${process.pid}`);
    writeFileSync(unfinished, content);
    renameSync(unfinished, join(directory, name));
    return { name, bytes: content.length };
  });
}
