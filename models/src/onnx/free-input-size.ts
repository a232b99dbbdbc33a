import { SignifyError } from "@signify/core";
import type { OnnxConstant, OnnxGraph, OnnxNode } from "./onnx-graph.ts";
import { withNodes } from "./with-nodes.ts";

/**
 * The graph for pictures of any height and width, in whole strides of the network. Where it enlarges a tensor to a length, it doubles it
 * instead; where it lays cells out in rows, it counts them when it runs. On pictures of the size that it was made for it
 * computes the same.
 *
 * @throws SignifyError "internal" when it enlarges by something else than two
 */
export function freeInputSize(graph: OnnxGraph): OnnxGraph {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const nodes = graph.nodes.map((node) => {
    if (node.operator === "Resize") return doubled(node, constants);
    return node.operator === "Reshape" ? counted(node, constants) : node;
  });
  return {
    ...withNodes(graph, nodes, constants),
    inputs: graph.inputs.map((input) => ({ ...input, shape: [1, 3, "height", "width"] })),
    outputs: graph.outputs.map(({ name, shape }) => ({ name, shape: [1, "anchors", ...shape.slice(2)] })),
  };
}

function doubled(node: OnnxNode, constants: Map<string, OnnxConstant>): OnnxNode {
  const [input = "", , , size = ""] = node.inputs;
  const [, channels, height, width] = integersOf(size, constants);
  if (channels === undefined || height === undefined || height % 2 !== 0 || height !== width) {
    throw new SignifyError("internal", `expected ${node.outputs[0]} to be twice a square`);
  }
  constants.set("double", { name: "double", shape: [4], values: Float32Array.of(1, 1, 2, 2) });
  return { ...node, inputs: [input, "", "double"] };
}

function counted(node: OnnxNode, constants: Map<string, OnnxConstant>): OnnxNode {
  const [input = "", shape = ""] = node.inputs;
  const [batch = 1, , last = 1] = integersOf(shape, constants);
  const name = `rows_of_${last}`;
  const values = BigInt64Array.of(BigInt(batch), -1n, BigInt(last));
  constants.set(name, { name, shape: [values.length], values });
  return { ...node, inputs: [input, name] };
}

function integersOf(name: string, constants: ReadonlyMap<string, OnnxConstant>): number[] {
  const values = constants.get(name)?.values;
  if (!(values instanceof BigInt64Array)) {
    throw new SignifyError("internal", `expected ${name} to be a constant shape`);
  }
  return Array.from(values, Number);
}
