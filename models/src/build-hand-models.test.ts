import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession } from "onnxruntime-node";
import { buildHandModels } from "./build-hand-models.ts";
import { readHandNetworks } from "./mediapipe-package.ts";

const directory = mkdtempSync(join(tmpdir(), "hand-models-"));
afterAll(() => rmSync(directory, { recursive: true }));

describe("buildHandModels", () => {
  test("builds networks that ONNX Runtime loads, and the same bytes each time", async () => {
    const networks = readHandNetworks();
    const first = buildHandModels(networks, directory).map(({ name }) => readFileSync(join(directory, name)));
    const second = buildHandModels(networks, directory).map(({ name }) =>
      readFileSync(join(directory, name)),
    );
    expect(second).toHaveLength(6);
    expect(second).toEqual(first);
    expect(readdirSync(directory).sort()).toEqual([
      "hand-landmark-int7.onnx",
      "hand-landmark-int8.onnx",
      "hand-landmark.onnx",
      "hand-landmark.tflite",
      "palm-detection.onnx",
      "palm-detection.tflite",
    ]);

    const palm = await InferenceSession.create(join(directory, "palm-detection.onnx"));
    expect([palm.inputNames, palm.outputNames]).toEqual([["input"], ["boxes", "scores"]]);
    await palm.release();
    for (const name of ["hand-landmark.onnx", "hand-landmark-int8.onnx", "hand-landmark-int7.onnx"]) {
      const hand = await InferenceSession.create(join(directory, name));
      expect([hand.inputNames, hand.outputNames]).toEqual([
        ["input"],
        ["landmarks", "presence", "handedness", "world_landmarks"],
      ]);
      await hand.release();
    }
  });
});
