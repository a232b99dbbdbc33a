/** Cosine of the angle between two directions of unit length. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let product = 0;
  for (let index = 0; index < one.length; index++) product += (one[index] ?? 0) * (other[index] ?? 0);
  return product;
}

/** The direction of a vector, with unit length; undefined for one without a direction. */
export function directionOf(vector: ArrayLike<number>): Float32Array | undefined {
  const values = Float32Array.from(vector);
  const length = Math.hypot(...values);
  return length > 0 && Number.isFinite(length) ? values.map((value) => value / length) : undefined;
}
