import { describe, expect, test } from "bun:test";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { encodeOnnx } from "../onnx/encode-onnx.ts";
import type { OnnxGraph, OnnxNode } from "../onnx/onnx-graph.ts";
import { byteTensors, quantizeConvolutions } from "./quantize-convolutions.ts";

const pixelwise = (name: string, input: string): OnnxNode => ({
  operator: "Conv",
  inputs: [input, `${name}_weights`, `${name}_bias`],
  outputs: [name],
  attributes: { kernel_shape: [1, 1] },
});

/** Three convolutions of two channels: "first", then "second" with a clip, then "third", whose result is added to "first". */
const graph: OnnxGraph = {
  name: "block",
  nodes: [
    pixelwise("first", "input"),
    pixelwise("second", "first"),
    { operator: "Clip", inputs: ["second", "zero", "six"], outputs: ["clipped"], attributes: {} },
    pixelwise("third", "clipped"),
    { operator: "Add", inputs: ["first", "third"], outputs: ["output"], attributes: {} },
  ],
  constants: [
    ...["first", "second", "third"].flatMap((name, index) => [
      {
        name: `${name}_weights`,
        shape: [2, 2, 1, 1],
        values: Float32Array.of(0.7, -0.3 * index, 0.2, 0.9),
      },
      { name: `${name}_bias`, shape: [2], values: Float32Array.of(0.1, -0.2) },
    ]),
    { name: "zero", shape: [], values: Float32Array.of(0) },
    { name: "six", shape: [], values: Float32Array.of(6) },
  ],
  inputs: [{ name: "input", shape: [1, 2, 3, 3] }],
  outputs: [{ name: "output", shape: [1, 2, 3, 3] }],
};
const ranges = { first: [-2, 8], clipped: [0, 6], third: [-4, 6] } as const;

async function run(onnx: OnnxGraph): Promise<Float32Array> {
  const session = await InferenceSession.create(encodeOnnx(onnx), { intraOpNumThreads: 1 });
  const input = new Tensor(
    "float32",
    Float32Array.from({ length: 18 }, (_, index) => index / 3 - 1),
    [1, 2, 3, 3],
  );
  const { output } = await session.run({ input });
  await session.release();
  return output?.data as Float32Array;
}

describe("quantizeConvolutions", () => {
  test("computes the same but for the rounding to bytes", async () => {
    const exact = await run(graph);
    const rounded = await run(quantizeConvolutions(graph, { ranges, floatConvolutions: 1 }));
    const worst = exact.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (rounded[index] ?? 99))),
      0,
    );
    expect(worst).toBeLessThan(0.1);
    expect(worst).toBeGreaterThan(0);
  });

  test("names the tensors that become bytes: after the clip, not before it", () => {
    expect(byteTensors(graph, 1)).toEqual(["first", "clipped", "third"]);
    expect(byteTensors(graph, 3)).toEqual([]);
  });

  test("leaves the first convolutions and everything else as they are", () => {
    expect(quantizeConvolutions(graph, { ranges: {}, floatConvolutions: 3 })).toEqual(graph);
    const { nodes } = quantizeConvolutions(graph, { ranges, floatConvolutions: 1 });
    expect(nodes[0]).toEqual(graph.nodes[0] as OnnxNode);
    expect(nodes.filter(({ operator }) => operator === "QuantizeLinear").length).toBe(3);
  });

  test("keeps a sum of sums in floats", () => {
    const sums: OnnxGraph = {
      ...graph,
      nodes: [
        ...graph.nodes.slice(0, 4),
        { operator: "Add", inputs: ["first", "third"], outputs: ["sum"], attributes: {} },
        { ...pixelwise("third", "sum"), outputs: ["fourth"] },
        { operator: "Add", inputs: ["sum", "third"], outputs: ["output"], attributes: {} },
      ],
    };
    const { nodes } = quantizeConvolutions(sums, {
      ranges: { ...ranges, sum: [-4, 9], fourth: [-9, 9] },
      floatConvolutions: 1,
    });
    expect(nodes.at(-1)?.inputs).toEqual(["sum", "third_dequantized"]);
  });

  test("says so when a range is missing", () => {
    expect(() => quantizeConvolutions(graph, { ranges: {}, floatConvolutions: 1 })).toThrow(
      "no range is known of first: calibrate the hand network again",
    );
  });
});
