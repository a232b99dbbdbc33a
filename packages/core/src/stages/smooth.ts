import { meanOf } from "../letters/mean-of.ts";
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
        return { ...item, value: meanOf(recent) };
      },
    };
  });
}
