import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { InferenceSession, Tensor } from "onnxruntime-node";
import pinned from "../../letters/pinned.json" with { type: "json" };
import { letterModelPaths } from "../model-paths.ts";
import { encodeOnnx } from "./encode-onnx.ts";
import { halveWeights } from "./halve-weights.ts";

const whole = new Uint8Array(readFileSync(letterModelPaths().model));
const halved = halveWeights(whole);

/** What a letter model answers to the pinned windows. */
async function answers(model: Uint8Array): Promise<{ probabilities: number[]; letterness: number[] }[]> {
  const session = await InferenceSession.create(model);
  const found = [];
  for (const { landmarks } of pinned) {
    const input = new Tensor("float32", Float32Array.from(landmarks), [1, 32, 42, 3]);
    const { probabilities, letterness } = await session.run({ landmarks: input });
    found.push({
      probabilities: Array.from(probabilities?.data ?? [], Number),
      letterness: Array.from(letterness?.data ?? [], Number),
    });
  }
  await session.release();
  return found;
}

describe("halveWeights", () => {
  test("makes little more than half of the letter model", () => {
    expect(halved.length / whole.length).toBeLessThan(0.56);
  });

  test("ONNX Runtime reads it, and the same letters with it, within half a hundredth", async () => {
    const [exact, rounded] = [await answers(whole), await answers(halved)];
    expect(rounded).toHaveLength(pinned.length);
    for (const [window, { probabilities, letterness }] of rounded.entries()) {
      const { probabilities: wanted = [], letterness: sure = [] } = exact[window] ?? {};
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(wanted.indexOf(Math.max(...wanted)));
      for (const [letter, value] of probabilities.entries()) {
        expect(Math.abs(value - (wanted[letter] ?? Number.NaN))).toBeLessThan(0.005);
      }
      expect(Math.abs((letterness[0] ?? Number.NaN) - (sure[0] ?? Number.NaN))).toBeLessThan(0.005);
    }
  });

  test("leaves the file that it was given, and finds nothing more to halve in its own", () => {
    expect(Buffer.from(whole).equals(readFileSync(letterModelPaths().model))).toBe(true);
    expect(Buffer.from(halveWeights(halved)).equals(halved)).toBe(true);
  });

  test("leaves constants of a few numbers as they are", () => {
    const constants = [{ name: "few", shape: [3], values: Float32Array.of(0.1, 1e-9, 1e9) }];
    const nodes = [{ operator: "Identity", inputs: ["few"], outputs: ["y"], attributes: {} }];
    const graph = encodeOnnx({
      name: "g",
      nodes,
      constants,
      inputs: [],
      outputs: [{ name: "y", shape: [3] }],
    });
    expect(Buffer.from(halveWeights(graph)).equals(graph)).toBe(true);
  });

  test("refuses what is no network", () => {
    expect(() => halveWeights(new Uint8Array(0))).toThrow("expected an ONNX file with a graph");
  });
});
