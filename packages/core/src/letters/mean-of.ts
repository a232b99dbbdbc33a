/** Element-wise mean of equally long arrays. */
export function meanOf(arrays: readonly Float32Array[]): Float32Array {
  const total = new Float32Array(arrays[0]?.length ?? 0);
  // Not over entries, each of which is an object: this runs for each frame.
  for (const array of arrays)
    for (let index = 0; index < array.length; index++)
      total[index] = (total[index] ?? 0) + (array[index] ?? 0);
  for (let index = 0; index < total.length; index++) total[index] = (total[index] ?? 0) / arrays.length;
  return total;
}
