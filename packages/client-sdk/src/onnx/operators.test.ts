import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addProduct } from "./add-product.ts";
import { arrangement } from "./arrangement.ts";
import { elementwise } from "./elementwise.ts";
import type { Operator } from "./onnx-node.ts";
import { reductions } from "./reductions.ts";
import type { Tensor } from "./tensor.ts";

const known: Readonly<Record<string, Operator>> = { ...arrangement, ...elementwise, ...reductions };
const tensor = (shape: number[], ...values: number[]): Tensor => ({ shape, data: Float64Array.from(values) });
const row = (...values: number[]) => tensor([values.length], ...values);
/** [2, 3]: 1 2 3 / 4 5 6 */
const matrix = tensor([2, 3], 1, 2, 3, 4, 5, 6);

/** Takes a step and answers shape and numbers of its first output. */
function take(
  name: string,
  inputs: (Tensor | undefined)[],
  settings: Record<string, number | number[]> = {},
): [number[], number[]] {
  const [first] =
    known[name]?.({
      inputs,
      outputs: 2,
      input: (index) => inputs[index] ?? row(),
      number: (setting, otherwise) => Number(settings[setting] ?? otherwise),
      numbers: (setting, index) =>
        (settings[setting] as number[] | undefined) ?? (inputs[index] && Array.from(inputs[index].data)),
      tensor: () => undefined,
    }) ?? [];
  return [[...(first?.shape ?? [])], [...(first?.data ?? [])]];
}

describe("elementwise steps", () => {
  test("stretch axes of length 1, counted from behind", () => {
    expect(take("Add", [matrix, row(10, 20, 30)])).toEqual([
      [2, 3],
      [11, 22, 33, 14, 25, 36],
    ]);
    expect(take("Mul", [tensor([2, 1], 1, 2), row(1, 10)])).toEqual([
      [2, 2],
      [1, 10, 2, 20],
    ]);
    expect(take("Sub", [tensor([], 1), matrix])).toEqual([
      [2, 3],
      [0, -1, -2, -3, -4, -5],
    ]);
    expect(() => take("Add", [row(1, 2), row(1, 2, 3)])).toThrow("fit together");
  });

  test("choose, bound and compare", () => {
    expect(take("Where", [tensor([2, 1], 1, 0), matrix, tensor([], 9)])).toEqual([
      [2, 3],
      [1, 2, 3, 9, 9, 9],
    ]);
    expect(take("Clip", [matrix, tensor([], 2), undefined])[1]).toEqual([2, 2, 3, 4, 5, 6]);
    expect(take("Greater", [matrix, tensor([], 3)])[1]).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe("steps that reduce", () => {
  test("along one axis or more, the axes kept or not", () => {
    expect(take("ReduceSum", [matrix], { axes: [1], keepdims: 0 })).toEqual([[2], [6, 15]]);
    expect(take("ReduceMean", [matrix], { axes: [-2] })).toEqual([
      [1, 3],
      [2.5, 3.5, 4.5],
    ]);
    expect(take("ReduceMax", [matrix], { axes: [0, 1], keepdims: 0 })).toEqual([[], [6]]);
    expect(take("ReduceL2", [row(3, 4)], { axes: [-1] })).toEqual([[1], [5]]);
  });

  test("the first of the largest is the largest", () => {
    expect(take("ArgMax", [tensor([2, 3], 1, 7, 7, 0, 0, 0)], { axis: -1, keepdims: 0 })).toEqual([
      [2],
      [1, 0],
    ]);
  });
});

describe("steps that arrange", () => {
  test("slices count from either end, and may leave some out", () => {
    const slice = (...rest: number[][]) => take("Slice", [matrix, ...rest.map((values) => row(...values))]);
    expect(slice([-2], [Number.MAX_SAFE_INTEGER], [1])).toEqual([
      [2, 2],
      [2, 3, 5, 6],
    ]);
    expect(slice([0], [3], [1], [2])).toEqual([
      [2, 2],
      [1, 3, 4, 6],
    ]);
  });

  test("gathers rows, and elements", () => {
    expect(take("Gather", [matrix, tensor([], -1)], { axis: 1 })).toEqual([[2], [3, 6]]);
    expect(take("Gather", [matrix, tensor([1, 2], 1, 0)], { axis: 0 })).toEqual([
      [1, 2, 3],
      [4, 5, 6, 1, 2, 3],
    ]);
    expect(take("GatherElements", [matrix, tensor([1, 3], 1, 0, 1)], { axis: 0 })).toEqual([
      [1, 3],
      [4, 2, 6],
    ]);
  });

  test("reshapes, transposes, joins and parts", () => {
    expect(take("Reshape", [matrix, row(3, -1)])[0]).toEqual([3, 2]);
    expect(take("Transpose", [matrix], { perm: [1, 0] })).toEqual([
      [3, 2],
      [1, 4, 2, 5, 3, 6],
    ]);
    expect(take("Concat", [matrix, tensor([2, 1], 8, 9)], { axis: -1 })).toEqual([
      [2, 4],
      [1, 2, 3, 8, 4, 5, 6, 9],
    ]);
    expect(take("Split", [matrix, row(1, 2)], { axis: 1 })).toEqual([
      [2, 1],
      [1, 4],
    ]);
    expect(take("Unsqueeze", [row(1, 2), row(0, -1)])[0]).toEqual([1, 2, 1]);
    expect(take("Squeeze", [tensor([1, 2, 1], 1, 2), row(-1)])[0]).toEqual([1, 2]);
  });
});

test("products are those of the textbook, for any number of rows and columns", () => {
  const numbers = (length: number) =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length, maxLength: length });
  const sizes = fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 7 }),
  );
  const matrices = sizes.chain(([rows, inner, columns]) =>
    fc.tuple(fc.constant([rows, inner, columns] as const), numbers(rows * inner), numbers(inner * columns)),
  );
  fc.assert(
    fc.property(matrices, ([[rows, inner, columns], left, right]) => {
      const target = new Float64Array(rows * columns).fill(1);
      addProduct(Float64Array.from(left), Float64Array.from(right), inner, columns, target);
      const expected = Array.from({ length: rows * columns }, (_, index) => {
        const [at, column] = [Math.floor(index / columns), index % columns];
        return Array.from({ length: inner }).reduce<number>(
          (sum, _, step) => sum + (left[at * inner + step] ?? 0) * (right[step * columns + column] ?? 0),
          1,
        );
      });
      expect([...target]).toEqual(expected);
    }),
  );
});
