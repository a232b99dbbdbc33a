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
      value: ({ frame, value }) => {
        recent = [...recent, value].slice(-size);
        return { type: "value", frame, value: meanOf(recent) };
      },
    };
  });
}
