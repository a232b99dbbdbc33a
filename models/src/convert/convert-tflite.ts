import type { OnnxGraph } from "../onnx/onnx-graph.ts";
import { type OperatorName, readTflite, type TfliteOperator } from "../tflite/read-tflite.ts";
import { Conversion } from "./conversion.ts";
import { convertConvolution, convertMaxPool } from "./convolution.ts";
import {
  convertArithmetic,
  convertDequantize,
  convertLogistic,
  convertPRelu,
  convertRelu,
} from "./elementwise.ts";
import { channelFirstShape } from "./layout.ts";
import {
  convertConcatenation,
  convertFullyConnected,
  convertMean,
  convertPad,
  convertReshape,
  convertResize,
} from "./reshaping.ts";

const converters: Record<OperatorName, (conversion: Conversion, operator: TfliteOperator) => void> = {
  ADD: convertArithmetic,
  CONCATENATION: convertConcatenation,
  CONV_2D: convertConvolution,
  DEPTHWISE_CONV_2D: convertConvolution,
  DEQUANTIZE: convertDequantize,
  FULLY_CONNECTED: convertFullyConnected,
  LOGISTIC: convertLogistic,
  MAX_POOL_2D: convertMaxPool,
  MEAN: convertMean,
  MUL: convertArithmetic,
  PAD: convertPad,
  PRELU: convertPRelu,
  RELU: convertRelu,
  RESHAPE: convertReshape,
  RESIZE_BILINEAR: convertResize,
};

/** What {@link convertTflite} needs to know beside the file. */
export type ConvertOptions = {
  /** Name of the graph, and of the file in an error. */
  name: string;
  /** Names for the model's outputs, in its own order. */
  outputs: readonly string[];
};

/**
 * Converts a TensorFlow Lite model with float weights (of either precision) to an ONNX graph in float32. Pictures
 * are [batch, height, width, channels] there and [batch, channels, height, width] here; the input is called "input".
 *
 * @throws SignifyError "internal" when the file is damaged or holds what the hand networks do not
 */
export function convertTflite(bytes: Uint8Array, { name, outputs }: ConvertOptions): OnnxGraph {
  const model = readTflite(bytes, name);
  const conversion = new Conversion(model, name);
  const [input] = model.inputs;
  if (input === undefined || model.inputs.length !== 1 || model.outputs.length !== outputs.length) {
    throw conversion.error(
      `it has ${model.inputs.length} inputs and ${model.outputs.length} outputs, expected 1 and ${outputs.length}`,
    );
  }
  conversion.node("Identity", ["input"], conversion.activation(input));
  for (const operator of model.operators) converters[operator.name](conversion, operator);
  const values = model.outputs.map((index, position) => {
    const value = { name: outputs[position] ?? "", shape: channelFirstShape(conversion.shape(index)) };
    conversion.node("Identity", [conversion.activation(index)], value.name);
    return value;
  });
  return {
    name,
    nodes: conversion.nodes,
    constants: conversion.constants,
    inputs: [{ name: "input", shape: channelFirstShape(conversion.shape(input)) }],
    outputs: values,
  };
}
