import { expect, test } from "bun:test";
import { readHandNetworks } from "../mediapipe-package.ts";
import { depthwiseBlocks } from "./depthwise-blocks.ts";
import { readTflite } from "./read-tflite.ts";

const { palmDetection, handLandmark } = readHandNetworks();
const blocks = depthwiseBlocks(readTflite(handLandmark, "hand"));

test("every holder has as many channels as the convolution, on the axis that is said", () => {
  expect(blocks).toHaveLength(16);
  for (const { weights, holders } of blocks) {
    const channels = weights.shape.at(-1);
    expect(holders.map(({ axis, tensor }) => tensor.shape.at(axis))).toEqual(holders.map(() => channels));
  }
});

test("a block's constants are held in both precisions, and its two activations once", () => {
  const types = blocks[0]?.holders.map(({ tensor }) => tensor.elementType) ?? [];
  // Weights and bias of the convolution before, and of itself, and the weights of the convolution after.
  expect(types.filter((type) => type === "float16")).toHaveLength(5);
  expect(types.filter((type) => type === "float32")).toHaveLength(5 + 2);
});

test("the last block is read by the four layers that answer, through a mean", () => {
  const outputs = blocks.at(-1)?.readers.map(({ shape }) => shape);
  expect(outputs).toEqual([
    [1, 1152],
    [1, 1152],
    [63, 1152],
    [63, 1152],
  ]);
});

test("a network whose channels are not clipped has none", () => {
  expect(depthwiseBlocks(readTflite(palmDetection, "palm"))).toEqual([]);
});
