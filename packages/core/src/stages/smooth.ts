import { eachValue } from "../pipeline/each-value.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";

/** Distribution → the mean of the last `size` distributions. */
export function smooth({ size }: { size: number }): Stage<Flow<Float32Array>, Flow<Float32Array>> {
  return eachValue(() => {
    let recent: Float32Array[] = [];
    return {
      reset: () => {
        recent = [];
      },
      value: (item) => {
        recent = [...recent, item.value].slice(-size);
        return { ...item, value: mean(recent) };
      },
    };
  });
}

/** Element-wise mean of equally long arrays. */
function mean(distributions: readonly Float32Array[]): Float32Array {
  const total = new Float32Array(distributions[0]?.length ?? 0);
  for (const distribution of distributions) {
    for (const [index, probability] of distribution.entries())
      total[index] = (total[index] ?? 0) + probability;
  }
  return total.map((sum) => sum / distributions.length);
}
