import { SignifyError } from "@signify/core";
import type { OnnxGraph, OnnxNode } from "../onnx/onnx-graph.ts";
import { withNodes } from "../onnx/with-nodes.ts";

/** Numbers of a patch: 3 × 3 pixels of three colors, and zeros up to a power of two. */
const patchNumbers = 32;
const kernel = 3;
const colors = 3;

/**
 * Has a network read patches in the place of pixels: its first convolution, of 3 × 3 pixels in steps of two, becomes one of a single pixel
 * with 32 channels. ONNX Runtime computes that as the product of two matrices at once, in the bytes' own order; of three
 * channels it gathers the patches itself, which takes three times as long as the convolution.
 *
 * @param graph in floats, whose first node hands its input on to that convolution
 * @throws SignifyError "internal" when the network begins otherwise
 */
export function readPatches(graph: OnnxGraph): OnnxGraph {
  const convolution = graph.nodes.find(({ operator }) => operator === "Conv");
  const weights = graph.constants.find(({ name }) => name === convolution?.inputs[1]);
  const [channels = 0, ...rest] = weights?.shape ?? [];
  const [height, width] = (graph.inputs[0]?.shape ?? []).slice(2).map((length) => Number(length) / 2);
  if (!convolution || !(weights?.values instanceof Float32Array) || String(rest) !== "3,3,3") {
    throw new SignifyError(
      "internal",
      "expected the hand network to begin with a convolution of 3 × 3 pixels",
    );
  }
  const values = new Float32Array(channels * patchNumbers);
  for (const [index, value] of weights.values.entries()) {
    const channel = Math.floor(index / (colors * kernel ** 2));
    const color = Math.floor(index / kernel ** 2) % colors;
    values[channel * patchNumbers + (index % kernel ** 2) * colors + color] = value;
  }
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  constants.set(weights.name, { ...weights, shape: [channels, patchNumbers, 1, 1], values });
  const attributes = { kernel_shape: [1, 1], group: 1 };
  const nodes = graph.nodes.map((node) => (node === convolution ? { ...node, attributes } : node));
  const inputs = [{ name: "input", shape: [1, patchNumbers, height ?? 0, width ?? 0] }];
  return { ...withNodes(graph, nodes, constants), inputs };
}

/**
 * Has a quantized network that reads patches take their bytes as they are, place by place [1, height, width, 32].
 */
export function takeBytes(graph: OnnxGraph): OnnxGraph {
  const [, channels = 0, height = 0, width = 0] = graph.inputs[0]?.shape ?? [];
  const handed = graph.nodes.find(({ inputs }) => inputs[0] === "input");
  const quantizes = ({ operator, inputs }: OnnxNode) =>
    operator === "QuantizeLinear" && inputs[0] === handed?.outputs[0];
  const bytes = graph.nodes.find(quantizes)?.outputs[0];
  if (bytes === undefined) {
    throw new SignifyError("internal", "expected the first convolution to compute with bytes");
  }
  const turn: OnnxNode = {
    operator: "Transpose",
    inputs: ["input"],
    outputs: [bytes],
    attributes: { perm: [0, 3, 1, 2] },
  };
  const nodes = graph.nodes.filter((node) => node !== handed && !quantizes(node));
  return {
    ...graph,
    nodes: [turn, ...nodes],
    inputs: [{ name: "input", shape: [1, height, width, channels], type: "uint8" }],
  };
}
