import type { TfliteModel, TfliteOperator, TfliteTensor } from "./read-tflite.ts";

/** A tensor that has the channels of a block, and the axis, first or last, on which they lie. */
export type ChannelHolder = { index: number; axis: 0 | -1; tensor: TfliteTensor };

/** A depthwise convolution, between the convolution that writes its channels and what reads them. */
export type DepthwiseBlock = {
  /** [1, height, width, channels] */
  weights: TfliteTensor;
  /** [channels] */
  bias: TfliteTensor;
  /** The weights of what reads its channels, [outputs, …, channels] each. */
  readers: TfliteTensor[];
  /** All tensors that have these channels. */
  holders: ChannelHolder[];
};

/** ReLU6 among the activation functions of TensorFlow Lite's `schema.fbs`. */
const relu6 = 3;

/**
 * The depthwise convolutions, clipped at 6, whose channels are written by a convolution and read by convolutions or, after a mean over the
 * picture, by fully connected layers: their channels can be taken out, in all places at once.
 */
export function depthwiseBlocks(model: TfliteModel): DepthwiseBlock[] {
  return model.operators.flatMap((operator) => blockAround(operator, model) ?? []);
}

function blockAround(depthwise: TfliteOperator, model: TfliteModel): DepthwiseBlock | undefined {
  const { operators, tensors } = model;
  const writing = (tensor = -1) => operators.find(({ outputs }) => outputs[0] === tensor);
  const reading = (tensor = -1) => operators.filter(({ inputs }) => inputs[0] === tensor);
  /** Where a constant is stored: one of half floats is widened to the tensor that is computed with. */
  const stored = (index = -1) => {
    const source = writing(index);
    return source?.name === "DEQUANTIZE" ? (source.inputs[0] ?? -1) : index;
  };

  const [input, weights, bias] = depthwise.inputs;
  const [output] = depthwise.outputs;
  const writer = writing(input);
  const mean = reading(output).find(({ name }) => name === "MEAN");
  const readers = reading(mean ? mean.outputs[0] : output);
  if (depthwise.name !== "DEPTHWISE_CONV_2D" || depthwise.options?.int8(4) !== relu6) return;
  if (writer?.name !== "CONV_2D") return;
  if (!readers.every(({ name }) => name === "CONV_2D" || name === "FULLY_CONNECTED")) return;

  const read = readers.map(({ inputs }) => inputs[1]);
  const [kernels, offsets] = [tensors[stored(weights)], tensors[stored(bias)]];
  if (!kernels || !offsets) return;
  const holders = (axis: 0 | -1, indices: (number | undefined)[]) => {
    const both = new Set(indices.flatMap((index = -1) => [stored(index), index]));
    return [...both].flatMap((index) => {
      const tensor = tensors[index];
      return tensor ? [{ index, axis, tensor }] : [];
    });
  };
  return {
    weights: kernels,
    bias: offsets,
    readers: read.flatMap((index) => tensors[stored(index)] ?? []),
    holders: [
      ...holders(0, [writer.inputs[1]]),
      ...holders(-1, [writer.inputs[2], input, weights, bias, output, mean?.outputs[0], ...read]),
    ],
  };
}
