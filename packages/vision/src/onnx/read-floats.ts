import type { Tensor } from "onnxruntime-node";

/**
 * The numbers of a network's output.
 * @throws TypeError that says what to do, when there is no such output or it holds something else
 */
export function readFloats(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new TypeError(
    "expected a network's outputs to be float32: build the models again with `bun run build`",
  );
}
