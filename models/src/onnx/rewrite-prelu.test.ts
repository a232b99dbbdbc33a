import { describe, expect, test } from "bun:test";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { convertTflite } from "../convert/convert-tflite.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { encodeOnnx } from "./encode-onnx.ts";
import type { OnnxGraph } from "./onnx-graph.ts";
import { rewritePRelu } from "./rewrite-prelu.ts";

/** One PRelu over two channels of 2 × 2, with slopes beyond 1. */
const graph: OnnxGraph = {
  name: "prelu",
  nodes: [{ operator: "PRelu", inputs: ["input", "slopes"], outputs: ["output"], attributes: {} }],
  constants: [{ name: "slopes", shape: [2, 1, 1], values: Float32Array.of(0.25, 12) }],
  inputs: [{ name: "input", shape: [1, 2, 2, 2] }],
  outputs: [{ name: "output", shape: [1, 2, 2, 2] }],
};

async function run(onnx: OnnxGraph, input: Tensor): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(encodeOnnx(onnx), { intraOpNumThreads: 1 });
  const results = await session.run({ input });
  await session.release();
  return Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data as Float32Array]));
}

/** Numbers in 0..1 that are the same on every run. */
function noise(length: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

describe("rewritePRelu", () => {
  test("keeps the function for any slope", async () => {
    const input = new Tensor("float32", Float32Array.of(-1, 2, -3, 4, -1, 2, -3, 4), [1, 2, 2, 2]);
    const expected = Float32Array.of(-0.25, 2, -0.75, 4, -12, 2, -36, 4);
    expect((await run(graph, input)).output).toEqual(expected);
    expect((await run(rewritePRelu(graph), input)).output).toEqual(expected);
  });

  test("leaves no PRelu and no unused constant behind", () => {
    const rewritten = rewritePRelu(graph);
    expect(rewritten.nodes.map(({ operator }) => operator)).toEqual(["Relu", "Conv", "Conv", "Add"]);
    expect(rewritten.constants.map(({ name }) => name)).toEqual(["slopes_factor", "slopes_rest"]);
  });

  test("changes the palm network's output by less than 1e-4 of its range", async () => {
    const outputs = ["boxes", "scores"];
    const plain = convertTflite(readHandNetworks().palmDetection, { name: "palm", outputs });
    const input = new Tensor("float32", noise(3 * 192 * 192), [1, 3, 192, 192]);
    const expected = await run(plain, input);
    const actual = await run(rewritePRelu(plain), input);
    for (const output of outputs) {
      const wanted = expected[output] ?? new Float32Array(0);
      const range = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const worst = wanted.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - actual[output]![index]!)),
        0,
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(worst / range).toBeLessThan(1e-4);
    }
  });

  test("refuses slopes that are not constant", () => {
    expect(() => rewritePRelu({ ...graph, constants: [] })).toThrow(/slopes of output are not constant/);
  });
});
