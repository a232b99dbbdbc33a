import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHandNetworks } from "./mediapipe-package.ts";
import { readTflite } from "./tflite/read-tflite.ts";

describe("readHandNetworks", () => {
  test("finds both networks in the installed package", () => {
    const { palmDetection, handLandmark } = readHandNetworks();
    const palm = readTflite(palmDetection, "palm");
    const hand = readTflite(handLandmark, "hand");
    expect(palm.inputs.map((index) => palm.tensors[index]?.shape)).toEqual([[1, 192, 192, 3]]);
    expect(palm.outputs.map((index) => palm.tensors[index]?.shape)).toEqual([
      [1, 2016, 18],
      [1, 2016, 1],
    ]);
    expect(hand.inputs.map((index) => hand.tensors[index]?.shape)).toEqual([[1, 224, 224, 3]]);
    expect(hand.outputs.map((index) => hand.tensors[index]?.shape)).toEqual([
      [1, 63],
      [1, 1],
      [1, 1],
      [1, 63],
    ]);
  });

  test("names the file that a package lacks, and what to run", () => {
    const directory = mkdtempSync(join(tmpdir(), "hands-"));
    try {
      expect(() => readHandNetworks(directory)).toThrow(
        /lacks hands_solution_packed_assets_loader\.js.*bun install/,
      );
      writeFileSync(join(directory, "hands_solution_packed_assets_loader.js"), "nothing");
      writeFileSync(join(directory, "hands_solution_packed_assets.data"), "nothing");
      expect(() => readHandNetworks(directory)).toThrow(/do not list palm_detection_full\.tflite/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
