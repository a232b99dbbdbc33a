import type { OnnxConstant, OnnxGraph, OnnxNode } from "./onnx-graph.ts";

/** The graph with other nodes, and with those of the constants that they use. */
export function withNodes(
  graph: OnnxGraph,
  nodes: OnnxNode[],
  constants: ReadonlyMap<string, OnnxConstant>,
): OnnxGraph {
  const used = new Set(nodes.flatMap((node) => node.inputs));
  return { ...graph, nodes, constants: [...constants.values()].filter(({ name }) => used.has(name)) };
}
