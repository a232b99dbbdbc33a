/** A value and how much it counts. */
export type Weighed = { value: number; weight: number };

/** The least value that this share (0..1) of the weight does not exceed. */
export function weightedQuantile(values: readonly Weighed[], share: number): number {
  const sorted = values.toSorted((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= share * total) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
