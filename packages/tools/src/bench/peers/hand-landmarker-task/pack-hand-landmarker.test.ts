import { expect, test } from "bun:test";
import { unzipSync } from "fflate";
import { Builder } from "flatbuffers";
import { packHandLandmarker } from "./pack-hand-landmarker.ts";
import { RootTable } from "./root-table.ts";

/** A TensorFlow Lite file with a version, one empty buffer and no network. */
function emptyNetwork(): Uint8Array {
  const builder = new Builder(64);
  builder.startObject(0);
  const buffer = builder.endObject();
  builder.startVector(4, 1, 4);
  builder.addOffset(buffer);
  const buffers = builder.endVector();
  builder.startObject(8);
  builder.addFieldInt32(0, 3, 0);
  builder.addFieldOffset(4, buffers, 0);
  builder.finish(builder.endObject(), "TFL3");
  return builder.asUint8Array().slice();
}

test("the bundle holds both networks, each with one buffer and one entry of metadata more than before", () => {
  const network = emptyNetwork();
  const files = unzipSync(packHandLandmarker({ palmDetection: network, handLandmark: network }));
  expect(Object.keys(files)).toEqual(["hand_detector.tflite", "hand_landmarks_detector.tflite"]);
  for (const file of Object.values(files)) {
    const root = new RootTable(file);
    expect(root.uint32(0)).toBe(3);
    expect(root.tables(4)).toHaveLength(2);
    expect(root.tables(6)).toHaveLength(1);
    expect(root.target(1)).toBeUndefined();
  }
});
