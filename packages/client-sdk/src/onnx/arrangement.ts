import type { Operator } from "./onnx-node.ts";
import { around, axisOf, sizeOf, type Tensor, wholeNumbers } from "./tensor.ts";

/** Steps that put numbers elsewhere and compute none. */
export const arrangement: Readonly<Record<string, Operator>> = {
  Constant: ({ tensor }) => [tensor("value") ?? missingValue()],
  ConstantOfShape: ({ input, tensor }) => {
    const shape = Array.from(input(0).data);
    const { data } = tensor("value") ?? { data: new Float64Array(1) };
    return [{ shape, data: new Float64Array(sizeOf(shape)).fill(data[0] ?? 0) }];
  },
  Shape: ({ input }) => [wholeNumbers(input(0).shape)],
  Reshape: ({ input }) => {
    const { shape: from, data } = input(0);
    const wanted = Array.from(input(1).data, (length, axis) => (length === 0 ? (from[axis] ?? 1) : length));
    const known = sizeOf(wanted.filter((length) => length !== -1));
    return [{ shape: wanted.map((length) => (length === -1 ? data.length / known : length)), data }];
  },
  Unsqueeze: ({ input, numbers }) => {
    const { shape, data } = input(0);
    const axes = numbers("axes", 1) ?? [];
    const rank = shape.length + axes.length;
    const result = [...shape];
    for (const axis of axes.map((one) => axisOf(one, rank)).toSorted((a, b) => a - b))
      result.splice(axis, 0, 1);
    return [{ shape: result, data }];
  },
  Squeeze: ({ input, numbers }) => {
    const { shape, data } = input(0);
    const axes = numbers("axes", 1)?.map((axis) => axisOf(axis, shape.length));
    return [{ shape: shape.filter((length, axis) => !(axes ? axes.includes(axis) : length === 1)), data }];
  },
  Concat: ({ input, inputs, number }) => {
    const tensors = inputs.map((_, index) => input(index));
    const { shape } = input(0);
    const axis = axisOf(number("axis", 0), shape.length);
    const length = tensors.reduce((total, tensor) => total + (tensor.shape[axis] ?? 0), 0);
    const whole = shape.with(axis, length);
    const result = { shape: whole, data: new Float64Array(sizeOf(whole)) };
    let from = 0;
    for (const tensor of tensors) {
      copyAlong(result, tensor, axis, from, 0, tensor.shape[axis] ?? 0);
      from += tensor.shape[axis] ?? 0;
    }
    return [result];
  },
  Split: ({ input, numbers, number, outputs }) => {
    const tensor = input(0);
    const axis = axisOf(number("axis", 0), tensor.shape.length);
    const even = Array<number>(outputs).fill((tensor.shape[axis] ?? 0) / outputs);
    let from = 0;
    return (numbers("split", 1) ?? even).map((length) => {
      const part = takenAlong(tensor, axis, from, length);
      from += length;
      return part;
    });
  },
  Slice: ({ input, inputs }) => {
    let tensor = input(0);
    const [starts, ends] = [input(1).data, input(2).data];
    for (const [index, start] of starts.entries()) {
      const axis = axisOf(inputs[3]?.data[index] ?? index, tensor.shape.length);
      const length = tensor.shape[axis] ?? 0;
      const step = inputs[4]?.data[index] ?? 1;
      if (step < 1) throw new Error("expected slices that go forward");
      const place = (at: number) => Math.max(0, Math.min(length, at < 0 ? at + length : at));
      const [from, end] = [place(start), place(ends[index] ?? length)];
      const places = Array.from(
        { length: Math.max(0, Math.ceil((end - from) / step)) },
        (_, at) => from + at * step,
      );
      tensor = step === 1 ? takenAlong(tensor, axis, from, places.length) : gathered(tensor, axis, places);
    }
    return [tensor];
  },
  Gather: ({ input, number }) => {
    const [tensor, places] = [input(0), input(1)];
    const axis = axisOf(number("axis", 0), tensor.shape.length);
    const { data } = gathered(tensor, axis, Array.from(places.data));
    return [
      { shape: [...tensor.shape.slice(0, axis), ...places.shape, ...tensor.shape.slice(axis + 1)], data },
    ];
  },
  GatherElements: ({ input, number }) => {
    const [tensor, places] = [input(0), input(1)];
    const axis = axisOf(number("axis", 0), tensor.shape.length);
    if (tensor.shape.some((length, other) => other !== axis && length !== places.shape[other])) {
      throw new Error("expected places for each element beside the axis");
    }
    const { length, after } = around(tensor.shape, axis);
    const row = (places.shape[axis] ?? 1) * after;
    const data = new Float64Array(places.data.length);
    for (const [index, place] of places.data.entries()) {
      const before = Math.floor(index / row) * length * after;
      data[index] = tensor.data[before + axisOf(place, length) * after + (index % after)] ?? 0;
    }
    return [{ shape: places.shape, data }];
  },
  Transpose: ({ input, numbers }) => {
    const { shape, data } = input(0);
    const order = numbers("perm", -1) ?? shape.map((_, axis) => shape.length - 1 - axis);
    const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
    const result = { shape: order.map((axis) => shape[axis] ?? 1), data: new Float64Array(data.length) };
    const steps = order.map((axis) => ({ length: shape[axis] ?? 1, stride: strides[axis] ?? 0 })).reverse();
    for (let index = 0; index < data.length; index++) {
      let rest = index;
      let at = 0;
      for (const { length, stride } of steps) {
        at += (rest % length) * stride;
        rest = Math.floor(rest / length);
      }
      result.data[index] = data[at] ?? 0;
    }
    return [result];
  },
};

/** The rows at these places along an axis. */
function gathered(tensor: Tensor, axis: number, places: readonly number[]): Tensor {
  const shape = tensor.shape.with(axis, places.length);
  const rows = { shape, data: new Float64Array(sizeOf(shape)) };
  for (const [to, place] of places.entries()) {
    copyAlong(rows, tensor, axis, to, axisOf(place, tensor.shape[axis] ?? 0), 1);
  }
  return rows;
}

function takenAlong(tensor: Tensor, axis: number, from: number, length: number): Tensor {
  const shape = tensor.shape.with(axis, length);
  const part = { shape, data: new Float64Array(sizeOf(shape)) };
  copyAlong(part, tensor, axis, 0, from, length);
  return part;
}

/** Copies `length` rows along an axis; beside it both have the same shape. */
function copyAlong(
  target: Tensor,
  source: Tensor,
  axis: number,
  to: number,
  from: number,
  length: number,
): void {
  const [into, out] = [around(target.shape, axis), around(source.shape, axis)];
  const count = length * out.after;
  for (let before = 0; before < out.before; before++) {
    const start = (before * out.length + from) * out.after;
    target.data.set(source.data.subarray(start, start + count), (before * into.length + to) * into.after);
  }
}

function missingValue(): never {
  throw new Error("expected a constant with a value");
}
