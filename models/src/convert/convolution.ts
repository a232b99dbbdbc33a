import type { FlatTable } from "../tflite/flat-table.ts";
import type { TfliteOperator } from "../tflite/read-tflite.ts";
import type { Conversion } from "./conversion.ts";
import { channelFirstWeights } from "./layout.ts";

/** CONV_2D and DEPTHWISE_CONV_2D → Conv. */
export function convertConvolution(
  conversion: Conversion,
  { name, inputs, outputs, options }: TfliteOperator,
): void {
  const [input = -1, weights = -1, bias = -1] = inputs;
  const [output = -1] = outputs;
  const depthwise = name === "DEPTHWISE_CONV_2D";
  const [, height, width, channels] = conversion.pictureShape(input);
  const moved = channelFirstWeights(conversion.pictureShape(weights), conversion.floats(weights), depthwise);
  const kernel = moved.shape.slice(2);
  const strides = stridesOf(options);
  const dilations = depthwise
    ? [options?.int32(6, 1) ?? 1, options?.int32(5, 1) ?? 1]
    : [options?.int32(5, 1) ?? 1, options?.int32(4, 1) ?? 1];
  const names = [
    conversion.activation(input),
    conversion.constant(`weights${weights}`, moved.shape, moved.values),
  ];
  if (bias >= 0) {
    names.push(conversion.constant(`bias${bias}`, conversion.shape(bias), conversion.floats(bias)));
  }
  conversion.result("Conv", names, output, options?.int8(depthwise ? 4 : 3) ?? 0, {
    kernel_shape: kernel,
    strides,
    dilations,
    group: depthwise ? channels : 1,
    pads: explicitPadding(options, [height, width], kernel, strides, dilations),
  });
}

/** MAX_POOL_2D → MaxPool. */
export function convertMaxPool(conversion: Conversion, { inputs, outputs, options }: TfliteOperator): void {
  const [input = -1] = inputs;
  const [output = -1] = outputs;
  const [, height, width] = conversion.pictureShape(input);
  const kernel = [options?.int32(4) ?? 1, options?.int32(3) ?? 1];
  const strides = stridesOf(options);
  conversion.result("MaxPool", [conversion.activation(input)], output, options?.int8(5) ?? 0, {
    kernel_shape: kernel,
    strides,
    pads: explicitPadding(options, [height, width], kernel, strides, [1, 1]),
  });
}

function stridesOf(options: FlatTable | undefined): number[] {
  return [options?.int32(2, 1) ?? 1, options?.int32(1, 1) ?? 1];
}

/**
 * TensorFlow's "same" padding in pixels, as ONNX wants it: top, left, bottom, right. An odd pixel goes to the end.
 * "Valid" padding (1) is none.
 */
function explicitPadding(
  options: FlatTable | undefined,
  size: number[],
  kernel: number[],
  strides: number[],
  dilations: number[],
): number[] {
  if (options?.int8(0) === 1) return [0, 0, 0, 0];
  const totals = size.map((length, axis) => {
    const stride = strides[axis] ?? 1;
    const reach = ((kernel[axis] ?? 1) - 1) * (dilations[axis] ?? 1) + 1;
    return Math.max(0, (Math.ceil(length / stride) - 1) * stride + reach - length);
  });
  return [...totals.map((total) => total >> 1), ...totals.map((total) => total - (total >> 1))];
}
