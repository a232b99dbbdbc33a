import type { OnnxConstant, OnnxGraph, OnnxNode, OnnxValues } from "../onnx/onnx-graph.ts";

/** Channels that ONNX Runtime's depthwise convolution of bytes takes at once. */
const atOnce = 32;

/**
 * Gives the first block of the hand network channels of zeros, 24 → 32: with 24 ONNX Runtime computes the depthwise convolution
 * of bytes a third slower, because it takes the last eight one by one.
 *
 * @param graph whose first convolution is followed by a depthwise one, and that by one that reads all channels
 */
export function widenFirstBlock(graph: OnnxGraph): OnnxGraph {
  const [first, depthwise, reader] = graph.nodes.filter(({ operator }) => operator === "Conv");
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const channels = constants.get(first?.inputs[2] ?? "")?.values.length ?? 0;
  const missing = (atOnce - (channels % atOnce)) % atOnce;
  const widen = (node: OnnxNode | undefined, position: number, dimension: 0 | 1) => {
    const constant = constants.get(node?.inputs[position] ?? "");
    if (constant) constants.set(constant.name, withZeros(constant, dimension, missing));
  };
  for (const node of [first, depthwise]) {
    widen(node, 1, 0);
    widen(node, 2, 0);
  }
  widen(reader, 1, 1);
  const nodes = graph.nodes.map((node) =>
    node === depthwise ? { ...node, attributes: { ...node.attributes, group: channels + missing } } : node,
  );
  return { ...graph, nodes, constants: [...constants.values()] };
}

/** A constant of floats with so many more of its first or second dimension, all zeros. */
function withZeros(constant: OnnxConstant, dimension: 0 | 1, more: number): OnnxConstant {
  const shape = constant.shape.with(dimension, (constant.shape[dimension] ?? 0) + more);
  const rows = dimension === 0 ? 1 : (constant.shape[0] ?? 1);
  const from = constant.values.length / rows;
  const to = shape.reduce((product, length) => product * length, 1) / rows;
  const values: OnnxValues = new Float32Array(rows * to);
  for (let row = 0; row < rows; row++) {
    values.set((constant.values as Float32Array).subarray(row * from, (row + 1) * from), row * to);
  }
  return { ...constant, shape, values };
}
