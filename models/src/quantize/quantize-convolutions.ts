import { SignifyError } from "@signify/core";
import type { OnnxConstant, OnnxGraph, OnnxNode } from "../onnx/onnx-graph.ts";
import { withNodes } from "../onnx/with-nodes.ts";
import { quantizeFilters } from "./quantize-filters.ts";

/** The least and the largest value that a tensor takes on real input. */
export type ActivationRange = readonly [least: number, most: number];

/** Options of {@link quantizeConvolutions}. */
export type QuantizeOptions = {
  /** The range of every tensor that {@link byteTensors} names. */
  ranges: Readonly<Record<string, ActivationRange>>;
  /** How many convolutions at the start stay in floats: none, if nothing is said. */
  floatConvolutions?: number;
  /** The largest integer of a weight in convolutions that read all channels: 63 for processors that add pairs of products in 16 bits. */
  largestWeight?: number;
};

const byteSteps = 255;

/**
 * The tensors that become bytes: what the quantized convolutions read, and what they write after their activation
 * function.
 */
export function byteTensors(graph: OnnxGraph, floatConvolutions = 0): string[] {
  const clipped = new Map(
    graph.nodes.flatMap(({ operator, inputs, outputs }) =>
      operator === "Clip" ? [[inputs[0] ?? "", outputs[0] ?? ""]] : [],
    ),
  );
  const tensors = quantizedConvolutions(graph, floatConvolutions).flatMap(({ inputs, outputs }) => {
    const [output = ""] = outputs;
    return [inputs[0] ?? "", clipped.get(output) ?? output];
  });
  return [...new Set(tensors)];
}

/**
 * Has convolutions compute with bytes: weights of −127 … 127 with a scale per channel, activations of
 * 0 … 255 with a scale and a zero point per tensor. The graph says so in the form that ONNX Runtime fuses into integer
 * convolutions: each such tensor is quantized and dequantized again ("QDQ"). Sums of sums stay in floats, so that the
 * error of one block does not go through all later ones.
 *
 * @throws SignifyError "internal" when a range is missing or a weight is no constant
 */
export function quantizeConvolutions(
  graph: OnnxGraph,
  { ranges, floatConvolutions = 0, largestWeight = 127 }: QuantizeOptions,
): OnnxGraph {
  const quantized = new Set(quantizedConvolutions(graph, floatConvolutions));
  const bytes = new Set(byteTensors(graph, floatConvolutions));
  const sums = new Set(graph.nodes.flatMap(({ operator, outputs }) => (operator === "Add" ? outputs : [])));
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));

  const read = (node: OnnxNode) =>
    node.inputs.map((input) =>
      bytes.has(input) && !(node.operator === "Add" && sums.has(input)) ? `${input}_dequantized` : input,
    );
  const nodes = graph.nodes.flatMap((node): OnnxNode[] => {
    const inputs = read(node);
    const written = node.outputs.filter((output) => bytes.has(output));
    const after = written.flatMap((tensor) => roundTrip(tensor, scaleOf(tensor, ranges), constants));
    if (!quantized.has(node)) return [{ ...node, inputs }, ...after];
    const [tensor = "", weights = "", bias = ""] = node.inputs;
    const isDepthwise = node.attributes.group !== undefined && node.attributes.group !== 1;
    const filters = quantizeFilters(floats(weights, constants), floats(bias, constants), {
      inputScale: scaleOf(tensor, ranges).scale,
      largestWeight: isDepthwise ? 127 : largestWeight,
      keepSums: isDepthwise,
    });
    const shape = constants.get(weights)?.shape ?? [];
    return [
      dequantizePerChannel(weights, shape, filters.weights, filters.scales, constants),
      dequantizePerChannel(bias, [filters.bias.length], filters.bias, filters.biasScales, constants),
      { ...node, inputs: [inputs[0] ?? "", `${weights}_dequantized`, `${bias}_dequantized`] },
      ...after,
    ];
  });
  return withNodes(graph, nodes, constants);
}

function quantizedConvolutions(graph: OnnxGraph, floatConvolutions: number): OnnxNode[] {
  return graph.nodes.filter(({ operator }) => operator === "Conv").slice(floatConvolutions);
}

/** Scale and zero point of a tensor; zero itself is always exact, because convolutions pad with it. */
function scaleOf(tensor: string, ranges: QuantizeOptions["ranges"]): { scale: number; zeroPoint: number } {
  const range = ranges[tensor];
  if (range === undefined) {
    throw new SignifyError("internal", `no range is known of ${tensor}: calibrate the hand network again`);
  }
  const least = Math.min(0, range[0]);
  const scale = Math.fround((Math.max(0, range[1]) - least) / byteSteps) || 1;
  return { scale, zeroPoint: Math.round(-least / scale) };
}

/** Floats → bytes → floats, as `…_dequantized`. */
function roundTrip(
  tensor: string,
  { scale, zeroPoint }: { scale: number; zeroPoint: number },
  constants: Map<string, OnnxConstant>,
): OnnxNode[] {
  const names = [`${tensor}_scale`, `${tensor}_zero`] as const;
  constants.set(names[0], { name: names[0], shape: [], values: Float32Array.of(scale) });
  constants.set(names[1], { name: names[1], shape: [], values: Uint8Array.of(zeroPoint) });
  return [
    { operator: "QuantizeLinear", inputs: [tensor, ...names], outputs: [`${tensor}_bytes`], attributes: {} },
    {
      operator: "DequantizeLinear",
      inputs: [`${tensor}_bytes`, ...names],
      outputs: [`${tensor}_dequantized`],
      attributes: {},
    },
  ];
}

/** Integers with one scale per output channel → floats, as `…_dequantized`. */
function dequantizePerChannel(
  name: string,
  shape: number[],
  values: Int8Array | Int32Array,
  scales: Float32Array,
  constants: Map<string, OnnxConstant>,
): OnnxNode {
  const channels = [scales.length];
  const zeros = values instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length);
  constants.set(`${name}_integers`, { name: `${name}_integers`, shape, values });
  constants.set(`${name}_scales`, { name: `${name}_scales`, shape: channels, values: scales });
  constants.set(`${name}_zeros`, { name: `${name}_zeros`, shape: channels, values: zeros });
  return {
    operator: "DequantizeLinear",
    inputs: [`${name}_integers`, `${name}_scales`, `${name}_zeros`],
    outputs: [`${name}_dequantized`],
    attributes: { axis: 0 },
  };
}

function floats(name: string, constants: Map<string, OnnxConstant>): Float32Array {
  const values = constants.get(name)?.values;
  if (values instanceof Float32Array) return values;
  throw new SignifyError(
    "internal",
    `${name || "a bias"} is no constant of floats: expected a convolution's weights`,
  );
}
