import { expect, test } from "bun:test";
import { basename } from "node:path";
import { handNetworkPaths } from "./hand-network-paths.ts";

test("live frames have the network that is set, stills always the exact one", () => {
  const files = (live: "int8" | "float32") => {
    const { handLandmark, liveHandLandmark = "" } = handNetworkPaths(live);
    return [basename(handLandmark), basename(liveHandLandmark)];
  };
  expect(files("int8")).toEqual(["hand-landmark.onnx", "hand-landmark-int8.onnx"]);
  expect(files("float32")).toEqual(["hand-landmark.onnx", "hand-landmark.onnx"]);
});
