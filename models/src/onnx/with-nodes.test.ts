import { expect, test } from "bun:test";
import type { OnnxGraph } from "./onnx-graph.ts";
import { withNodes } from "./with-nodes.ts";

test("only constants that a node uses are kept", () => {
  const graph: OnnxGraph = { name: "empty", nodes: [], constants: [], inputs: [], outputs: [] };
  const node = { operator: "Relu", inputs: ["used"], outputs: ["output"], attributes: {} };
  const constant = (name: string) => ({ name, shape: [1], values: Float32Array.of(1) });
  const constants = new Map(["used", "unused"].map((name) => [name, constant(name)]));
  expect(withNodes(graph, [node], constants)).toEqual({
    ...graph,
    nodes: [node],
    constants: [constant("used")],
  });
});
