/**
 * Numbers in a shape, row by row. All are doubles, also whole numbers and truths (0 or 1): with one kind of array JavaScript computes
 * without converting, twice as fast as with single floats.
 */
export type Tensor = { shape: readonly number[]; data: Float64Array };

/** How many numbers a shape holds. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

/** A tensor of whole numbers in one row. */
export const wholeNumbers = (values: readonly number[]): Tensor => ({
  shape: [values.length],
  data: Float64Array.from(values),
});

/** An axis counted from the front; negative ones count from behind. */
export const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** What lies before, along and behind an axis: an index is `(before · length + along) · after + behind`. */
export function around(
  shape: readonly number[],
  axis: number,
): { before: number; length: number; after: number } {
  return {
    before: sizeOf(shape.slice(0, axis)),
    length: shape[axis] ?? 1,
    after: sizeOf(shape.slice(axis + 1)),
  };
}
