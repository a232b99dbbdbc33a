/** Element-wise mean of equally long arrays. */
export function meanOf(arrays: readonly Float32Array[]): Float32Array {
  const total = new Float32Array(arrays[0]?.length ?? 0);
  for (const array of arrays) {
    for (const [index, value] of array.entries()) total[index] = (total[index] ?? 0) + value;
  }
  return total.map((sum) => sum / arrays.length);
}
