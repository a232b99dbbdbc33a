import type { OnnxGraph } from "@signify/models/hand-network";

/** Names of the outputs that {@link withExtremes} adds for a tensor. */
export const extremesOf = (tensor: string) => ({ least: `${tensor}_least`, most: `${tensor}_most` });

/** The same network with the least and the largest value in each channel of each tensor as further outputs, [1, channels]. */
export function withExtremes(network: OnnxGraph, tensors: readonly string[]): OnnxGraph {
  const extremes = tensors.flatMap((tensor) => {
    const { least, most } = extremesOf(tensor);
    const shared = { inputs: [tensor], attributes: { axes: [2, 3], keepdims: 0 } };
    return [
      { operator: "ReduceMin", outputs: [least], ...shared },
      { operator: "ReduceMax", outputs: [most], ...shared },
    ];
  });
  const outputs = extremes.flatMap((node) => node.outputs.map((name) => ({ name, shape: [1, "channels"] })));
  return { ...network, nodes: [...network.nodes, ...extremes], outputs: [...network.outputs, ...outputs] };
}
