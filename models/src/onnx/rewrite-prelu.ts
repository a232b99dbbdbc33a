import { SignifyError } from "@signify/core";
import type { OnnxConstant, OnnxGraph, OnnxNode } from "./onnx-graph.ts";
import { withNodes } from "./with-nodes.ts";

/**
 * Writes every PRelu, `x < 0 ? a·x : x`, as `a·x + (1 − a)·relu(x)`, with each factor a depthwise convolution of one
 * pixel. That is the same for every slope a, and it keeps ONNX Runtime in its blocked layout: it has no blocked PRelu,
 * and turning the tensors around for it costs the palm network half of its time.
 *
 * @throws SignifyError "internal" when a slope is no constant of one value per channel
 */
export function rewritePRelu(graph: OnnxGraph): OnnxGraph {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const nodes = graph.nodes.flatMap((node) =>
    node.operator === "PRelu" ? rewrite(node, constants) : [node],
  );
  return withNodes(graph, nodes, constants);
}

function rewrite(node: OnnxNode, constants: Map<string, OnnxConstant>): OnnxNode[] {
  const [input = "", slope = ""] = node.inputs;
  const [output = ""] = node.outputs;
  const slopes = constants.get(slope)?.values;
  if (!(slopes instanceof Float32Array)) {
    throw new SignifyError(
      "internal",
      `the slopes of ${output} are not constant: expected one float per channel`,
    );
  }
  const shape = [slopes.length, 1, 1, 1];
  const rests = slopes.map((value) => 1 - value);
  constants.set(`${slope}_factor`, { name: `${slope}_factor`, shape, values: slopes });
  constants.set(`${slope}_rest`, { name: `${slope}_rest`, shape, values: rests });
  const attributes = { kernel_shape: [1, 1], group: slopes.length };
  return [
    { operator: "Relu", inputs: [input], outputs: [`${output}_relu`], attributes: {} },
    { operator: "Conv", inputs: [input, `${slope}_factor`], outputs: [`${output}_linear`], attributes },
    {
      operator: "Conv",
      inputs: [`${output}_relu`, `${slope}_rest`],
      outputs: [`${output}_positive`],
      attributes,
    },
    {
      operator: "Add",
      inputs: [`${output}_linear`, `${output}_positive`],
      outputs: [output],
      attributes: {},
    },
  ];
}
