import { SignifyError } from "@signify/core";
import type { OnnxConstant, OnnxGraph, OnnxNode } from "../onnx/onnx-graph.ts";

/** The largest value of each channel of a tensor on real input. */
export type ChannelPeaks = Readonly<Record<string, readonly number[]>>;

/** Where `Clip` cuts off. */
const ceiling = 6;
/** How far a channel may go beyond what it reached on the photos that were looked at. */
const margin = 1.25;
/** A channel that stays below this is as good as none, and is left as it is. */
const leastPeak = 0.02;

/**
 * The tensors that a depthwise convolution reads: what `evenChannels` wants to know of. Not the sums: their channels are bound to
 * those of other tensors.
 */
export function depthwiseInputs(graph: OnnxGraph): string[] {
  return depthwise(graph).map(({ inputs }) => inputs[0] ?? "");
}

/**
 * Gives each channel before a depthwise convolution the whole range up to the clip. Bytes have one scale for a whole tensor, so that a
 * channel which never gets far would be left with a few steps of it. What is multiplied before is divided after: the
 * depthwise convolution's weights have a scale per channel, so nothing is lost there.
 *
 * Source: Nagel et al., Data-Free Quantization Through Weight Equalization and Bias Correction (2019), with ranges that were measured.
 *
 * @throws SignifyError "internal" when the peaks of such a tensor are not known, or weights are no constant
 */
export function evenChannels(graph: OnnxGraph, peaks: ChannelPeaks): OnnxGraph {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  for (const node of depthwise(graph)) {
    const [tensor = "", weights = ""] = node.inputs;
    const clip = graph.nodes.find(({ operator, outputs }) => operator === "Clip" && outputs[0] === tensor);
    const before = graph.nodes.find(({ outputs }) => outputs[0] === clip?.inputs[0]);
    const known = peaks[tensor];
    if (before?.operator !== "Conv" || known === undefined) {
      throw new SignifyError("internal", `no peaks are known of ${tensor}: calibrate the hand network again`);
    }
    const factors = known.map((peak) => {
      const highest = peak * margin;
      return highest > leastPeak && highest < ceiling ? ceiling / highest : 1;
    });
    multiply(constants, before.inputs[1], factors);
    multiply(constants, before.inputs[2], factors);
    multiply(
      constants,
      weights,
      factors.map((factor) => 1 / factor),
    );
  }
  return { ...graph, constants: [...constants.values()] };
}

function depthwise(graph: OnnxGraph): OnnxNode[] {
  return graph.nodes.filter(
    ({ operator, attributes }) => operator === "Conv" && (attributes.group ?? 1) !== 1,
  );
}

/** Multiplies each channel, the first dimension of a constant, by its factor. */
function multiply(
  constants: Map<string, OnnxConstant>,
  name: string | undefined,
  factors: readonly number[],
): void {
  const constant = constants.get(name ?? "");
  if (name === undefined || constant === undefined || !(constant.values instanceof Float32Array)) {
    throw new SignifyError(
      "internal",
      `${name ?? "a bias"} is no constant of floats: expected a convolution's weights`,
    );
  }
  const perChannel = constant.values.length / factors.length;
  const values = constant.values.map(
    (value, index) => value * (factors[Math.floor(index / perChannel)] ?? 1),
  );
  constants.set(name, { ...constant, values });
}
