import { expect, test } from "bun:test";
import { basename } from "node:path";
import { handNetworkPaths } from "./hand-network-paths.ts";

test("live frames have the network that is set and that the processor can add up, stills always the exact one", () => {
  const files = (live: "int8" | "float32", overflows: boolean) => {
    const { handLandmark, liveHandLandmark = "" } = handNetworkPaths(live, overflows);
    return [basename(handLandmark), basename(liveHandLandmark)];
  };
  expect(files("int8", false)).toEqual(["hand-landmark.onnx", "hand-landmark-int8.onnx"]);
  expect(files("int8", true)).toEqual(["hand-landmark.onnx", "hand-landmark-int7.onnx"]);
  expect(files("float32", true)).toEqual(["hand-landmark.onnx", "hand-landmark.onnx"]);
});
