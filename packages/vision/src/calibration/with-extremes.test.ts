import { expect, test } from "bun:test";
import { byteTensors, encodeOnnx, handLandmarkGraph, readHandNetworks } from "@signify/models/hand-network";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { disableOnnxTelemetry } from "../onnx/disable-onnx-telemetry.ts";
import { readFloats } from "../onnx/read-floats.ts";
import { extremesOf, withExtremes } from "./with-extremes.ts";

test("the network answers as before, and the extremes of its input besides", async () => {
  disableOnnxTelemetry();
  const graph = handLandmarkGraph(readHandNetworks().handLandmark);
  const tensors = byteTensors(graph).slice(0, 3);
  const network = withExtremes(graph, ["input", ...tensors]);
  expect(network.outputs.length).toBe(graph.outputs.length + 2 * (1 + tensors.length));

  const pixels = new Float32Array(3 * 224 * 224).map((_, index) => (index % 100) / 200);
  const run = async (model: typeof graph) => {
    const session = await InferenceSession.create(encodeOnnx(model));
    return session.run({ input: new Tensor("float32", pixels, [1, 3, 224, 224]) });
  };
  const [plain, observed] = [await run(graph), await run(network)];
  expect(readFloats(observed.landmarks)).toEqual(readFloats(plain.landmarks));
  const { least, most } = extremesOf("input");
  expect([...readFloats(observed[least])]).toEqual([0, 0, 0]);
  for (const value of readFloats(observed[most])) expect(value).toBeCloseTo(99 / 200);
  for (const tensor of tensors.map(extremesOf)) {
    const lowest = readFloats(observed[tensor.least]);
    const highest = readFloats(observed[tensor.most]);
    expect(lowest.length).toBe(highest.length);
    expect(lowest.every((value, channel) => value <= (highest[channel] ?? 0))).toBe(true);
  }
});
