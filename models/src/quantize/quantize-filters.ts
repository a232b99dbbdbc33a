/** The filters of a convolution in integers. Weight = integer · scale of its channel; the bias likewise. */
export type QuantizedFilters = {
  weights: Int8Array;
  scales: Float32Array;
  bias: Int32Array;
  biasScales: Float32Array;
};

/** A bias beyond this in its own steps might not fit 32 bits. */
const largestBias = 2 ** 30;

/** How {@link quantizeFilters} rounds. */
export type RoundingOptions = {
  /** The step of the bytes that the convolution reads. */
  inputScale: number;
  /** The largest integer of a weight. */
  largestWeight?: number;
  /**
   * Round so that the sum of each channel's weights keeps, within half a step. A filter of a few weights on one channel sees nearly the same
   * value everywhere: errors that do not cancel are as large as the value.
   */
  keepSums?: boolean;
};

/**
 * Rounds a convolution's filters to integers, symmetrically, with one scale per output channel. The bias counts steps of
 * the input's scale times the weights', so that it can be added to the sums of products as it is.
 *
 * @param weights [channels, …]
 * @param bias [channels]
 */
export function quantizeFilters(
  weights: Float32Array,
  bias: Float32Array,
  { inputScale, largestWeight = 127, keepSums = false }: RoundingOptions,
): QuantizedFilters {
  const perChannel = weights.length / bias.length;
  const scales = bias.map((offset, channel) => {
    const filter = weights.subarray(channel * perChannel, (channel + 1) * perChannel);
    const peak = filter.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    // A channel of almost no weights must still hold its bias.
    return Math.max(peak / largestWeight, Math.abs(offset) / (inputScale * largestBias)) || 1;
  });
  const scaleAt = (index: number) => scales[Math.floor(index / perChannel)] ?? 1;
  const biasScales = scales.map((scale) => scale * inputScale);
  const exact = Float64Array.from(weights, (weight, index) => weight / scaleAt(index));
  const rounded = Int8Array.from(exact, Math.round);
  if (keepSums) {
    for (let start = 0; start < weights.length; start += perChannel) {
      const end = start + perChannel;
      keepSum(rounded.subarray(start, end), exact.subarray(start, end), largestWeight);
    }
  }
  return {
    weights: rounded,
    scales,
    bias: Int32Array.from(bias, (offset, channel) => Math.round(offset / (biasScales[channel] ?? 1))),
    biasScales,
  };
}

/** Moves integers by one, those first that lie nearest to it, until their sum is within half of what they stand for. */
function keepSum(integers: Int8Array, exact: Float64Array, largest: number): void {
  const error = () => integers.reduce((sum, integer, index) => sum + integer - (exact[index] ?? 0), 0);
  for (let off = error(); Math.abs(off) > 0.5; off = error()) {
    const step = -Math.sign(off);
    const gain = (index: number) => step * ((exact[index] ?? 0) - (integers[index] ?? 0));
    const free = [...integers.keys()].filter((index) => Math.abs((integers[index] ?? 0) + step) <= largest);
    const [nearest] = free.sort((one, other) => gain(other) - gain(one));
    if (nearest === undefined) return;
    integers[nearest] = (integers[nearest] ?? 0) + step;
  }
}
