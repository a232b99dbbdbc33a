import { InferenceSession, Tensor } from "onnxruntime-node";
import { encodeOnnx } from "../onnx/encode-onnx.ts";
import type { OnnxGraph } from "../onnx/onnx-graph.ts";

/** For tests: what the hand network answers to noise, always the same, by the names of its outputs. */
export async function foundInNoise(graph: OnnxGraph): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(encodeOnnx(graph));
  let state = 1;
  const noise = Float32Array.from({ length: 3 * 224 * 224 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
  const outputs = await session.run({ input: new Tensor("float32", noise, [1, 3, 224, 224]) });
  await session.release();
  return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as Float32Array]));
}
