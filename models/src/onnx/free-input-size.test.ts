import { describe, expect, test } from "bun:test";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { convertTflite } from "../convert/convert-tflite.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { encodeOnnx } from "./encode-onnx.ts";
import { freeInputSize } from "./free-input-size.ts";
import type { OnnxGraph } from "./onnx-graph.ts";

const outputs = ["boxes", "scores"];
const fixed = convertTflite(readHandNetworks().palmDetection, { name: "palm", outputs });

async function run(graph: OnnxGraph, height: number, width: number) {
  const session = await InferenceSession.create(encodeOnnx(graph), { intraOpNumThreads: 1 });
  const data = Float32Array.from(
    { length: 3 * height * width },
    (_, index) => ((index * 7919) % 1000) / 1000,
  );
  const results = await session.run({ input: new Tensor("float32", data, [1, 3, height, width]) });
  await session.release();
  return outputs.map((name) => ({
    shape: [...(results[name]?.dims ?? [])],
    values: results[name]?.data as Float32Array,
  }));
}

describe("freeInputSize", () => {
  test("computes the same on the size that the network was made for", async () => {
    const wanted = await run(fixed, 192, 192);
    const actual = await run(freeInputSize(fixed), 192, 192);
    for (const [index, { shape, values }] of wanted.entries()) {
      expect(actual[index]?.shape).toEqual(shape);
      const worst = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (actual[index]?.values[at] ?? Number.NaN))),
        0,
      );
      expect(worst).toBeLessThan(1e-3);
    }
  });

  test("answers for the anchors of other sizes", async () => {
    const shapes = (await run(freeInputSize(fixed), 96, 128)).map(({ shape }) => shape);
    expect(shapes).toEqual([
      [1, 672, 18],
      [1, 672, 1],
    ]);
  });

  test("refuses to enlarge by anything but two", () => {
    const resized = (sizes: bigint[]): OnnxGraph => ({
      ...{ name: "resize", inputs: [], outputs: [] },
      nodes: [
        { operator: "Resize", inputs: ["input", "", "", "sizes"], outputs: ["output"], attributes: {} },
      ],
      constants: [{ name: "sizes", shape: [4], values: BigInt64Array.from(sizes) }],
    });
    expect(() => freeInputSize(resized([1n, 8n, 9n, 9n]))).toThrow(/output to be twice a square/);
  });
});
