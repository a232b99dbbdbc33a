import { addProduct } from "./add-product.ts";
import { sigmoid } from "./elementwise.ts";
import type { Operator } from "./onnx-node.ts";
import { sizeOf, type Tensor } from "./tensor.ts";

/** Steps that multiply matrices. */
export const products: Readonly<Record<string, Operator>> = {
  MatMul: ({ input }) => {
    const [left, right] = [input(0), input(1)];
    if (right.shape.length !== 2) throw new Error("expected a product with one matrix");
    const [inner = 0, columns = 0] = right.shape;
    const data = new Float64Array((left.data.length / inner) * columns);
    addProduct(left.data, right.data, inner, columns, data);
    return [{ shape: [...left.shape.slice(0, -1), columns], data }];
  },
  Gemm: ({ input, inputs, number }) => {
    if (number("transA", 0) !== 0 || number("alpha", 1) !== 1 || number("beta", 1) !== 1) {
      throw new Error("expected a plain linear layer");
    }
    const left = input(0);
    const right = number("transB", 0) === 1 ? transposed(input(1)) : input(1);
    const [inner = 0, columns = 0] = right.shape;
    const rows = left.data.length / inner;
    const data = new Float64Array(rows * columns);
    const bias = inputs[2]?.data;
    if (bias) for (let index = 0; index < data.length; index++) data[index] = bias[index % bias.length] ?? 0;
    addProduct(left.data, right.data, inner, columns, data);
    return [{ shape: [rows, columns], data }];
  },
  LSTM: ({ input, inputs, number }) => {
    const [steps = 0, batch = 0, width = 0] = input(0).shape;
    const hidden = number("hidden_size", 0);
    if (input(1).shape[0] !== 1 || inputs[4])
      throw new Error("expected an LSTM in one direction over whole rows");
    const gates = 4 * hidden;
    const weights = transposed({ shape: [gates, width], data: input(1).data });
    const recurrence = transposed({ shape: [gates, hidden], data: input(2).data });
    const bias = inputs[3]?.data;
    const state = inputs[5]?.data.slice() ?? new Float64Array(batch * hidden);
    const cell = inputs[6]?.data.slice() ?? new Float64Array(batch * hidden);
    // What the rows themselves add is computed for all steps at once.
    const sums = new Float64Array(steps * batch * gates);
    for (let index = 0; index < sums.length; index++) {
      sums[index] = (bias?.[index % gates] ?? 0) + (bias?.[gates + (index % gates)] ?? 0);
    }
    addProduct(input(0).data, weights.data, width, gates, sums);
    const all = new Float64Array(steps * batch * hidden);
    for (let step = 0; step < steps; step++) {
      const now = sums.subarray(step * batch * gates, (step + 1) * batch * gates);
      addProduct(state, recurrence.data, hidden, gates, now);
      for (let index = 0; index < state.length; index++) {
        const at = Math.floor(index / hidden) * gates + (index % hidden);
        // Gates lie in this order: in, out, forget, cell.
        const forget = sigmoid(now[at + 2 * hidden] ?? 0);
        const kept =
          forget * (cell[index] ?? 0) + sigmoid(now[at] ?? 0) * Math.tanh(now[at + 3 * hidden] ?? 0);
        cell[index] = kept;
        state[index] = sigmoid(now[at + hidden] ?? 0) * Math.tanh(kept);
      }
      all.set(state, step * batch * hidden);
    }
    const last = [1, batch, hidden];
    return [
      { shape: [steps, 1, batch, hidden], data: all },
      { shape: last, data: state },
      { shape: last, data: cell },
    ];
  },
};

const known = new WeakMap<Float64Array, Tensor>();

/** A matrix with its rows as columns, made once for the weights of a network. */
function transposed({ shape, data }: Tensor): Tensor {
  const made = known.get(data);
  if (made) return made;
  const [rows = 0, columns = 0] = shape;
  const turned = new Float64Array(sizeOf(shape));
  for (let index = 0; index < data.length; index++) {
    turned[(index % columns) * rows + Math.floor(index / columns)] = data[index] ?? 0;
  }
  const result = { shape: [columns, rows], data: turned };
  known.set(data, result);
  return result;
}
