/** Axis of [batch, height, width, channels] → the same axis of [batch, channels, height, width]. */
const channelFirstAxis = [0, 2, 3, 1] as const;

/** A shape with its channels moved to the front, where it has four axes. */
export function channelFirstShape(shape: number[]): number[] {
  const [batch, height, width, channels] = shape;
  if (shape.length !== 4 || batch === undefined || height === undefined) return shape;
  if (width === undefined || channels === undefined) return shape;
  return [batch, channels, height, width];
}

/** An axis of a tensor of the given rank, after its channels moved to the front; negative axes count from the end. */
export function channelFirst(axis: number, rank: number): number {
  const positive = axis < 0 ? axis + rank : axis;
  return rank === 4 ? (channelFirstAxis[positive] ?? positive) : positive;
}

/**
 * Weights of a convolution, [outputs, height, width, inputs] → [outputs, inputs, height, width]; those of a depthwise
 * one are [1, height, width, channels] and become [channels, 1, height, width] by the same rule with the roles of
 * the first and last axis exchanged.
 */
export function channelFirstWeights(
  [first, height, width, last]: [number, number, number, number],
  values: Float32Array,
  depthwise: boolean,
): { shape: number[]; values: Float32Array } {
  const moved = new Float32Array(values.length);
  const cells = height * width;
  let from = 0;
  for (let a = 0; a < first; a++) {
    for (let cell = 0; cell < cells; cell++) {
      for (let b = 0; b < last; b++) {
        const to = depthwise ? (b * first + a) * cells + cell : (a * last + b) * cells + cell;
        moved[to] = values[from] ?? 0;
        from++;
      }
    }
  }
  return { shape: depthwise ? [last, first, height, width] : [first, last, height, width], values: moved };
}
