import { SignifyError } from "@signify/core";
import { type DepthwiseBlock, depthwiseBlocks } from "./depthwise-blocks.ts";
import { floatValues } from "./float-values.ts";
import { readTflite, type TfliteTensor } from "./read-tflite.ts";
import { type Replacement, replaceTensor } from "./replace-tensor.ts";

/** Channels that a depthwise convolution takes at once in ONNX Runtime, in bytes; in floats 8 or 16. */
const atOnce = 32;
/** What a channel may add to a sum and count for nothing. Sums reach 30, and their biases, in half floats, are known to 0.001. */
const negligible = 0.0002;

/**
 * The same TensorFlow Lite file without channels that say nothing of a picture. Training has left depthwise convolutions with channels
 * that have no weight: each of them is one number everywhere, and its readers hardly weigh it. In the last four blocks of the hand network
 * that is half of all channels. They are taken out in so far as the rest comes in groups of 32.
 *
 * The file stays as long as it was: zeros are in the place of what is taken out.
 *
 * @throws SignifyError "internal" when the bytes are no TensorFlow Lite model, or a convolution's weights no floats
 */
export function dropDeadChannels(tflite: Uint8Array, label: string): Uint8Array {
  const slim = new Uint8Array(tflite);
  for (const block of depthwiseBlocks(readTflite(tflite, label))) {
    const kept = keptChannels(block);
    if (kept.length === block.weights.shape.at(-1)) continue;
    for (const { index, axis, tensor } of block.holders) {
      replaceTensor(slim, index, keepAlong(axis, tensor, kept));
    }
  }
  return slim;
}

/** Numbers of the channels that stay, in their order. */
function keptChannels({ weights, bias, readers }: DepthwiseBlock): number[] {
  const everywhere = floatsOf(bias).map((value) => Math.min(6, Math.max(0, value)));
  const weighed = largestWeights(weights);
  const read = readers.map(largestWeights);
  const isDead = (channel: number) =>
    weighed[channel] === 0 &&
    read.every((largest) => (largest[channel] ?? 0) * (everywhere[channel] ?? 0) < negligible);
  const channels = [...everywhere.keys()];
  const dead = channels.filter(isDead);
  const dropped = new Set(dead.slice(dead.length % atOnce));
  return channels.filter((channel) => !dropped.has(channel));
}

/** The size of the largest weight of each channel; channels are the last axis. */
function largestWeights(weights: TfliteTensor): Float32Array {
  const largest = new Float32Array(weights.shape.at(-1) ?? 0);
  for (const [index, value] of floatsOf(weights).entries()) {
    const channel = index % largest.length;
    largest[channel] = Math.max(largest[channel] ?? 0, Math.abs(value));
  }
  return largest;
}

function floatsOf(constant: TfliteTensor): Float32Array {
  const values = floatValues(constant);
  if (values) return values;
  throw new SignifyError("internal", `expected ${constant.name} to be a constant of floats`);
}

/** What a tensor is with the kept places of its first or last axis. */
function keepAlong(axis: 0 | -1, { shape, data }: TfliteTensor, kept: readonly number[]): Replacement {
  const length = shape.at(axis) ?? 1;
  const slim = { shape: shape.with(axis, kept.length) };
  if (!data) return slim;
  const rows = axis === 0 ? 1 : shape.slice(0, -1).reduce((product, factor) => product * factor, 1);
  const bytes = data.length / rows / length;
  const places = Array.from({ length: rows }, (_, row) => kept.map((place) => row * length + place)).flat();
  return {
    ...slim,
    data: Buffer.concat(places.map((place) => data.subarray(place * bytes, (place + 1) * bytes))),
  };
}
