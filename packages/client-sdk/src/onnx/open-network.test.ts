import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { landmarkFrameLength } from "@signify/core";
import { letterModelPaths } from "@signify/models";
import { encodeOnnx } from "@signify/models/hand-network";
import pinned from "@signify/models/pinned" with { type: "json" };
import { loadLetterModel } from "@signify/vision/letters";
import { writeLetterModel } from "../../scripts/write-letter-model.ts";
import { openNetwork } from "./open-network.ts";

const windowLength = 32 * landmarkFrameLength;
const outputs = ["probabilities", "letterness", "embedding"] as const;

/** A pinned window, with what a camera also gives: hands that are gone for a while, and hands without depth. */
function* windows(): Generator<Float32Array> {
  for (const { landmarks } of pinned) {
    const whole = Float32Array.from(landmarks);
    yield whole;
    yield whole.map((value, index) => (Math.floor(index / landmarkFrameLength) % 5 === 2 ? 0 : value));
    yield whole.map((value, index) => (index % 3 === 2 ? 0 : value));
    yield whole.map((value, index) => (index < whole.length / 2 ? 0 : value));
  }
  yield new Float32Array(windowLength);
}

const folder = mkdtempSync(join(tmpdir(), "letter-model-"));
afterAll(() => rmSync(folder, { recursive: true }));
const devices = join(folder, "letters.onnx");
writeLetterModel(devices);

describe("openNetwork", () => {
  test("reads the letter model that is shipped as ONNX Runtime does on the server, to a millionth", async () => {
    const network = openNetwork(new Uint8Array(readFileSync(devices)));
    const runtime = await loadLetterModel();
    let worst = 0;
    for (const window of windows()) {
      const [theirs] = await runtime.read(window, 1);
      const landmarks = { shape: [1, 32, landmarkFrameLength / 3, 3], data: Float64Array.from(window) };
      const ours = network.run({ landmarks }, outputs);
      const pairs = [
        [theirs?.probabilities, ours.probabilities.data],
        [Float32Array.of(theirs?.letterness ?? Number.NaN), ours.letterness.data],
        [theirs?.embedding, ours.embedding.data],
      ] as const;
      for (const [expected, got] of pairs) {
        expect(got.length).toBe(expected?.length as number);
        for (const [index, value] of got.entries()) {
          worst = Math.max(worst, Math.abs(value - (expected?.[index] ?? Number.NaN)));
        }
      }
    }
    await runtime.release();
    expect(worst).toBeLessThan(1e-6);
  }, 60_000);

  test("refuses a network with a step that it does not know, by the step's name", () => {
    const node = { operator: "Erf", inputs: ["x"], outputs: ["y"], attributes: {} };
    const value = (name: string) => ({ name, shape: [1] });
    const graph = { name: "g", nodes: [node], constants: [], inputs: [value("x")], outputs: [value("y")] };
    expect(() => openNetwork(encodeOnnx(graph))).toThrow("Erf");
  });

  test("refuses what is no network, and what ends too early", () => {
    expect(() => openNetwork(new Uint8Array(0))).toThrow("graph");
    const whole = new Uint8Array(readFileSync(letterModelPaths().model));
    expect(() => openNetwork(whole.subarray(0, 100_000))).toThrow();
  });

  test("says which output a network does not give", () => {
    const network = openNetwork(new Uint8Array(readFileSync(letterModelPaths().model)));
    const landmarks = { shape: [1, 32, 42, 3], data: new Float64Array(windowLength) };
    expect(() => network.run({ landmarks }, ["nothing"])).toThrow("nothing");
  });
});
