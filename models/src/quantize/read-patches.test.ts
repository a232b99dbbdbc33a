import { expect, test } from "bun:test";
import { InferenceSession, Tensor } from "onnxruntime-node";
import channelPeaks from "../../hands/channel-peaks.json" with { type: "json" };
import { handLandmarkGraph } from "../build-hand-models.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { encodeOnnx } from "../onnx/encode-onnx.ts";
import type { OnnxGraph } from "../onnx/onnx-graph.ts";
import { evenChannels } from "./even-channels.ts";
import { readPatches, takeBytes } from "./read-patches.ts";
import { widenFirstBlock } from "./widen-depthwise.ts";

const side = 224;
const graph = handLandmarkGraph(readHandNetworks().handLandmark);

/** A smooth picture [3, 224, 224], 0..1. */
const pixel = (color: number, row: number, column: number) =>
  0.5 + 0.3 * Math.sin((row + 2 * color) / 17) * Math.cos((column - color) / 11);

function planes(): Tensor {
  const values = Float32Array.from({ length: 3 * side * side }, (_, index) =>
    pixel(Math.floor(index / side ** 2), Math.floor(index / side) % side, index % side),
  );
  return new Tensor("float32", values, [1, 3, side, side]);
}

/** The same as the patches of a convolution of 3 × 3 pixels in steps of two, zeros behind the edge, color by color. */
function patches(): Tensor {
  const half = side / 2;
  const values = new Float32Array(32 * half * half);
  for (let number = 0; number < 27; number++) {
    const [line, aside, color] = [Math.floor(number / 9), Math.floor(number / 3) % 3, number % 3];
    for (let place = 0; place < half * half; place++) {
      const row = 2 * Math.floor(place / half) + line;
      const column = 2 * (place % half) + aside;
      if (row < side && column < side) values[number * half * half + place] = pixel(color, row, column);
    }
  }
  return new Tensor("float32", values, [1, 32, half, half]);
}

async function landmarks(network: OnnxGraph, input: Tensor): Promise<Float32Array> {
  const session = await InferenceSession.create(encodeOnnx(network), { intraOpNumThreads: 1 });
  const { landmarks: found } = await session.run({ input });
  await session.release();
  return found?.data as Float32Array;
}

/** The network with clips that cut nothing off above: this picture is no hand, and goes beyond what calibration saw. */
function withoutCeiling(network: OnnxGraph): OnnxGraph {
  const constants = network.constants.map((constant) =>
    constant.name === "six" ? { ...constant, values: Float32Array.of(1e6) } : constant,
  );
  return { ...network, constants };
}

function furthest(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(63);
  return Math.max(...actual.map((value, index) => Math.abs(value - (expected[index] ?? Number.NaN))));
}

test("patches, wider blocks and evened channels leave the network as it is", async () => {
  const expected = await landmarks(graph, planes());
  expect(furthest(await landmarks(readPatches(graph), patches()), expected)).toBeLessThan(0.01);
  expect(furthest(await landmarks(widenFirstBlock(graph), planes()), expected)).toBeLessThan(0.01);
  const [open, evenOpen] = [withoutCeiling(graph), withoutCeiling(evenChannels(graph, channelPeaks))];
  expect(furthest(await landmarks(evenOpen, planes()), await landmarks(open, planes()))).toBeLessThan(0.01);
});

test("says what is missing: peaks, the first convolution, its bytes", () => {
  expect(() => evenChannels(graph, {})).toThrow(/no peaks are known of tensor104/);
  expect(() => readPatches({ ...graph, nodes: [] })).toThrow(/begin with a convolution of 3 × 3 pixels/);
  expect(() => takeBytes(graph)).toThrow(/first convolution to compute with bytes/);
});
