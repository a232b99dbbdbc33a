/** The filters of a convolution in integers. Weight = integer · scale of its channel; the bias likewise. */
export type QuantizedFilters = {
  weights: Int8Array;
  scales: Float32Array;
  bias: Int32Array;
  biasScales: Float32Array;
};

const largestWeight = 127;
/** A bias beyond this in its own steps might not fit 32 bits. */
const largestBias = 2 ** 30;

/**
 * Rounds a convolution's filters to integers, symmetrically, with one scale per output channel. The bias counts steps of
 * the input's scale times the weights', so that it can be added to the sums of products as it is.
 *
 * @param weights [channels, …]
 * @param bias [channels]
 * @param inputScale the step of the bytes that the convolution reads
 */
export function quantizeFilters(
  weights: Float32Array,
  bias: Float32Array,
  inputScale: number,
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
  return {
    weights: Int8Array.from(weights, (weight, index) => Math.round(weight / scaleAt(index))),
    scales,
    bias: Int32Array.from(bias, (offset, channel) => Math.round(offset / (biasScales[channel] ?? 1))),
    biasScales,
  };
}
