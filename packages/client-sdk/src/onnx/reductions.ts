import type { Operator } from "./onnx-node.ts";
import { around, axisOf, type Tensor } from "./tensor.ts";

/** Steps that make one number of many along axes. */
export const reductions: Readonly<Record<string, Operator>> = {
  ReduceSum: reduction(sum),
  ReduceMean: reduction((values) => sum(values) / values.length),
  ReduceMax: reduction((values) => values.reduce((most, value) => Math.max(most, value))),
  ReduceL2: reduction((values) => Math.sqrt(values.reduce((total, value) => total + value * value, 0))),
  ArgMax: ({ input, number }) => {
    const tensor = input(0);
    const axis = axisOf(number("axis", 0), tensor.shape.length);
    const first = (values: Float64Array) =>
      values.indexOf(values.reduce((most, value) => Math.max(most, value)));
    const { shape, data } = alongAxis(tensor, axis, first);
    const kept = number("keepdims", 1) === 1 ? shape : shape.toSpliced(axis, 1);
    return [{ shape: kept, data: Float64Array.from(data) }];
  },
  Softmax: ({ input, number }) => {
    const { shape, data } = input(0);
    const { before, length, after } = around(shape, axisOf(number("axis", -1), shape.length));
    if (after !== 1) throw new Error("expected a softmax along the last axis");
    const result = new Float64Array(data.length);
    for (let row = 0; row < before; row++) {
      const values = Float64Array.from(data.subarray(row * length, (row + 1) * length));
      const most = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
      const powers = values.map((value) => Math.exp(value - most));
      const total = sum(powers);
      result.set(
        powers.map((power) => power / total),
        row * length,
      );
    }
    return [{ shape, data: result }];
  },
};

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function reduction(reduce: (values: Float64Array) => number): Operator {
  return ({ input, numbers, number }) => {
    let tensor = input(0);
    const rank = tensor.shape.length;
    const axes = (numbers("axes", 1) ?? tensor.shape.map((_, axis) => axis)).map((axis) =>
      axisOf(axis, rank),
    );
    // The mean of means is the mean, for all of them are as long; so it is with the others.
    for (const axis of axes) tensor = alongAxis(tensor, axis, reduce);
    if (number("keepdims", 1) === 1) return [tensor];
    return [{ ...tensor, shape: tensor.shape.filter((_, axis) => !axes.includes(axis)) }];
  };
}

/** One number of each row along an axis, which keeps the length 1. */
function alongAxis({ shape, data }: Tensor, axis: number, reduce: (values: Float64Array) => number): Tensor {
  const { before, length, after } = around(shape, axis);
  const result = new Float64Array(before * after);
  const values = new Float64Array(length);
  for (let index = 0; index < result.length; index++) {
    const start = Math.floor(index / after) * length * after + (index % after);
    for (let along = 0; along < length; along++) values[along] = data[start + along * after] ?? 0;
    result[index] = reduce(values);
  }
  return { shape: shape.with(axis, 1), data: result };
}
