import type { TfliteOperator } from "../tflite/read-tflite.ts";
import type { Conversion } from "./conversion.ts";
import { channelFirst, channelFirstShape } from "./layout.ts";

/** PAD → Pad with zeros. */
export function convertPad(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  const [input = -1, amounts = -1] = inputs;
  const rank = conversion.shape(input).length;
  const before: number[] = new Array(rank).fill(0);
  const after: number[] = new Array(rank).fill(0);
  conversion.integers(amounts).forEach((amount, index) => {
    (index % 2 === 0 ? before : after)[channelFirst(index >> 1, rank)] = amount;
  });
  const names = [conversion.activation(input), conversion.shapeConstant([...before, ...after])];
  conversion.result("Pad", names, outputs[0] ?? -1, 0, { mode: "constant" });
}

/** RESIZE_BILINEAR → Resize. */
export function convertResize(conversion: Conversion, { inputs, outputs, options }: TfliteOperator): void {
  const [input = -1] = inputs;
  const [output = -1] = outputs;
  if (options?.int8(2)) throw conversion.error("resizing with aligned corners is not supported");
  const size = conversion.shapeConstant(channelFirstShape(conversion.shape(output)));
  conversion.result("Resize", [conversion.activation(input), "", "", size], output, 0, {
    mode: "linear",
    coordinate_transformation_mode: options?.int8(3) ? "half_pixel" : "asymmetric",
  });
}

/** MEAN → ReduceMean. */
export function convertMean(conversion: Conversion, { inputs, outputs, options }: TfliteOperator): void {
  const [input = -1, axes = -1] = inputs;
  const rank = conversion.shape(input).length;
  conversion.result("ReduceMean", [conversion.activation(input)], outputs[0] ?? -1, 0, {
    axes: conversion.integers(axes).map((axis) => channelFirst(axis, rank)),
    keepdims: options?.int8(0) ? 1 : 0,
  });
}

/** RESHAPE → Reshape, after the channels went back to the end, because the order of the values must stay. */
export function convertReshape(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  const [input = -1] = inputs;
  const [output = -1] = outputs;
  const shape = conversion.shape(output);
  if (shape.length === 4) throw conversion.error("reshaping to four axes is not supported");
  let name = conversion.activation(input);
  if (conversion.shape(input).length === 4) {
    name = conversion.node("Transpose", [name], `${conversion.activation(output)}_channels_last`, {
      perm: [0, 2, 3, 1],
    });
  }
  conversion.result("Reshape", [name, conversion.shapeConstant(shape)], output, 0);
}

/** CONCATENATION → Concat. */
export function convertConcatenation(
  conversion: Conversion,
  { inputs, outputs, options }: TfliteOperator,
): void {
  const [output = -1] = outputs;
  const axis = channelFirst(options?.int32(0) ?? 0, conversion.shape(output).length);
  const names = inputs.map((input) => conversion.activation(input));
  conversion.result("Concat", names, output, options?.int8(1) ?? 0, { axis });
}

/** FULLY_CONNECTED → Gemm, on the input flattened to rows. */
export function convertFullyConnected(conversion: Conversion, operator: TfliteOperator): void {
  const [input = -1, weights = -1, bias = -1] = operator.inputs;
  const [output = -1] = operator.outputs;
  const [outputs = 0, features = 0] = conversion.shape(weights);
  const shape = conversion.shape(input);
  if (shape.length === 4 && (shape[1] !== 1 || shape[2] !== 1)) {
    throw conversion.error("a fully connected layer over several pixels is not supported");
  }
  const rows =
    shape.length === 2 ? conversion.activation(input) : flatten(conversion, input, output, features);
  const names = [
    rows,
    conversion.constant(`weights${weights}`, [outputs, features], conversion.floats(weights)),
  ];
  if (bias >= 0) names.push(conversion.constant(`bias${bias}`, [outputs], conversion.floats(bias)));
  conversion.result("Gemm", names, output, operator.options?.int8(0) ?? 0, { transB: 1 });
}

function flatten(conversion: Conversion, input: number, output: number, features: number): string {
  const inputs = [conversion.activation(input), conversion.shapeConstant([-1, features])];
  return conversion.node("Reshape", inputs, `${conversion.activation(output)}_rows`);
}
