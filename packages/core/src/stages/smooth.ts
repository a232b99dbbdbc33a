import type { Flow, Stage } from "../flow.ts";

/** Distribution → the mean of the last `size` distributions. */
export function smooth({ size }: { size: number }): Stage<Flow<Float32Array>, Flow<Float32Array>> {
  return async function* (source) {
    let recent: Float32Array[] = [];
    for await (const item of source) {
      if (item.type === "reset") recent = [];
      if (item.type !== "value") {
        yield item;
        continue;
      }
      recent = [...recent, item.value].slice(-size);
      yield { ...item, value: mean(recent) };
    }
  };
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
