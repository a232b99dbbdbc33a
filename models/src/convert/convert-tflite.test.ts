import { describe, expect, test } from "bun:test";
import { readHandNetworks } from "../mediapipe-package.ts";
import { convertTflite } from "./convert-tflite.ts";

const networks = readHandNetworks();

describe("convertTflite", () => {
  test("puts the channels of the palm network first", () => {
    const graph = convertTflite(networks.palmDetection, { name: "palm", outputs: ["boxes", "scores"] });
    expect(graph.inputs).toEqual([{ name: "input", shape: [1, 3, 192, 192] }]);
    expect(graph.outputs).toEqual([
      { name: "boxes", shape: [1, 2016, 18] },
      { name: "scores", shape: [1, 2016, 1] },
    ]);
    const operators = new Set(graph.nodes.map(({ operator }) => operator));
    for (const expected of ["Conv", "PRelu", "Resize", "MaxPool", "Add", "Concat"]) {
      expect(operators.has(expected)).toBe(true);
    }
  });

  test("writes every constant and activation before it is used", () => {
    const graph = convertTflite(networks.handLandmark, { name: "hand", outputs: ["a", "b", "c", "d"] });
    const known = new Set(["", "input", ...graph.constants.map(({ name }) => name)]);
    for (const { inputs, outputs } of graph.nodes) {
      expect(inputs.filter((input) => !known.has(input))).toEqual([]);
      for (const output of outputs) known.add(output);
    }
    expect(graph.outputs.every(({ name }) => known.has(name))).toBe(true);
  });

  test("says how many outputs it expected", () => {
    expect(() => convertTflite(networks.palmDetection, { name: "palm", outputs: ["boxes"] })).toThrow(
      /palm cannot be converted: it has 1 inputs and 2 outputs, expected 1 and 1/,
    );
  });
});
