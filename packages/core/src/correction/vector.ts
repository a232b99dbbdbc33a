/** A point or a direction in space: x, y, z. */
export type Vector = readonly [number, number, number];

/** From `one` to `other`. */
export const between = (one: Vector, other: Vector): Vector => [
  other[0] - one[0],
  other[1] - one[1],
  other[2] - one[2],
];

/** The scalar product. */
export const dot = (one: Vector, other: Vector): number =>
  one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

/** The vector product. */
export const cross = (one: Vector, other: Vector): Vector => [
  one[1] * other[2] - one[2] * other[1],
  one[2] * other[0] - one[0] * other[2],
  one[0] * other[1] - one[1] * other[0],
];

/** `vector` times `factor`. */
export const scaled = (vector: Vector, factor: number): Vector => [
  vector[0] * factor,
  vector[1] * factor,
  vector[2] * factor,
];

/** Its length. */
export const lengthOf = (vector: Vector): number => Math.sqrt(dot(vector, vector));

/** The direction of `vector`, of length 1; zeros for none. */
export const unit = (vector: Vector): Vector => scaled(vector, 1 / (lengthOf(vector) || 1));

/** The angle between two directions, in degrees, 0..180. */
export const angleBetween = (one: Vector, other: Vector): number =>
  (Math.acos(Math.max(-1, Math.min(1, dot(unit(one), unit(other))))) * 180) / Math.PI;

/** One and the other. */
export const sum = (one: Vector, other: Vector): Vector => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
];
