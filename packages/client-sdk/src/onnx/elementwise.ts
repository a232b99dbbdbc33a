import type { Operator } from "./onnx-node.ts";
import { sizeOf, type Tensor } from "./tensor.ts";

/** `TensorProto.DataType`. */
const float32 = 1;

/** Steps that compute each number by itself. */
export const elementwise: Readonly<Record<string, Operator>> = {
  Add: binary((one, other) => one + other),
  Sub: binary((one, other) => one - other),
  Mul: binary((one, other) => one * other),
  Div: binary((one, other) => one / other),
  Greater: binary((one, other) => Number(one > other)),
  Equal: binary((one, other) => Number(one === other)),
  Abs: unary(Math.abs),
  Sqrt: unary(Math.sqrt),
  Relu: unary((value) => Math.max(0, value)),
  Sigmoid: unary(sigmoid),
  Clip: ({ input, inputs }) => {
    const least = inputs[1]?.data[0] ?? Number.NEGATIVE_INFINITY;
    const most = inputs[2]?.data[0] ?? Number.POSITIVE_INFINITY;
    return [mapped(input(0), (value) => Math.min(most, Math.max(least, value)))];
  },
  Cast: ({ input, number }) => {
    if (number("to", 0) !== float32) throw new Error("expected a cast to floats");
    return [input(0)];
  },
  Where: ({ input }) => {
    const [condition, one, other] = [input(0), input(1), input(2)];
    const shape = commonShape(commonShape(condition.shape, one.shape), other.shape);
    const [truths, ones, others] = [condition, one, other].map((tensor) => stretched(tensor, shape));
    const data = new Float64Array(sizeOf(shape));
    for (let index = 0; index < data.length; index++) {
      data[index] = (truths?.[index] ? ones?.[index] : others?.[index]) ?? 0;
    }
    return [{ shape, data }];
  },
  Expand: ({ input }) => {
    const tensor = input(0);
    const shape = commonShape(tensor.shape, Array.from(input(1).data));
    return [{ shape, data: stretched(tensor, shape) }];
  },
};

/** 1 / (1 + e^−x). */
export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function unary(compute: (value: number) => number): Operator {
  return ({ input }) => [mapped(input(0), compute)];
}

function mapped({ shape, data }: Tensor, compute: (value: number) => number): Tensor {
  const result = new Float64Array(data.length);
  for (let index = 0; index < data.length; index++) result[index] = compute(data[index] ?? 0);
  return { shape, data: result };
}

function binary(compute: (one: number, other: number) => number): Operator {
  return ({ input }) => {
    const [one, other] = [input(0), input(1)];
    const shape = commonShape(one.shape, other.shape);
    const [ones, others] = [stretched(one, shape), stretched(other, shape)];
    const data = new Float64Array(ones.length);
    for (let index = 0; index < data.length; index++)
      data[index] = compute(ones[index] ?? 0, others[index] ?? 0);
    return [{ shape, data }];
  };
}

/** The shape to which both stretch: axes of length 1 are as long as the other's, counted from behind. */
function commonShape(one: readonly number[], other: readonly number[]): readonly number[] {
  const rank = Math.max(one.length, other.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [length, otherLength] = [one, other].map((shape) => shape[axis - rank + shape.length] ?? 1);
    if (length === otherLength || otherLength === 1) return length ?? 1;
    if (length === 1) return otherLength ?? 1;
    throw new Error(`expected shapes that fit together, got [${one}] and [${other}]`);
  });
}

/** A tensor's numbers, those of its axes of length 1 repeated until it has the shape; itself where it has it. */
function stretched({ shape: from, data }: Tensor, shape: readonly number[]): Float64Array {
  const size = sizeOf(shape);
  if (data.length === size) return data;
  const result = new Float64Array(size);
  if (data.length === 1) return result.fill(data[0] ?? 0);
  // From behind, axis by axis: how far a step along it goes in the tensor, and in the result.
  const steps: { length: number; stride: number }[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = from[axis - shape.length + from.length] ?? 1;
    steps.push({ length: shape[axis] ?? 1, stride: length === 1 ? 0 : stride });
    stride *= length;
  }
  for (let index = 0; index < size; index++) {
    let rest = index;
    let at = 0;
    for (const { length, stride: far } of steps) {
      at += (rest % length) * far;
      rest = Math.floor(rest / length);
    }
    result[index] = data[at] ?? 0;
  }
  return result;
}
