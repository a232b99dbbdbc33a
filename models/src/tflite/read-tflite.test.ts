import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { readHandNetworks } from "../mediapipe-package.ts";
import { readTflite } from "./read-tflite.ts";

const { palmDetection } = readHandNetworks();

describe("readTflite", () => {
  test("reads tensors, operators and constants", () => {
    const model = readTflite(palmDetection, "palm");
    expect(model.operators.some(({ name }) => name === "PRELU")).toBe(true);
    expect(
      model.tensors.some(({ data, elementType }) => data !== undefined && elementType === "float16"),
    ).toBe(true);
  });

  test("refuses what is not TensorFlow Lite", () => {
    expect(() => readTflite(new TextEncoder().encode("<html>not found</html>"), "palm")).toThrow(
      /palm is not a TensorFlow Lite model: expected "TFL3"/,
    );
    expect(() => readTflite(new Uint8Array(0), "palm")).toThrow(/palm is not a TensorFlow Lite model/);
  });

  test("says of a file cut short anywhere that it is cut short", () => {
    for (const share of [0.000_01, 0.01, 0.3, 0.5, 0.9, 0.999_999]) {
      const cut = palmDetection.subarray(0, Math.floor(palmDetection.length * share));
      let error: unknown;
      try {
        readTflite(cut, "palm");
      } catch (thrown) {
        error = thrown;
      }
      expect(SignifyError.isInstance(error)).toBe(true);
      expect(String(error)).toMatch(/palm is (damaged or cut short|not a TensorFlow Lite model)/);
    }
  });
});
