import { describe, expect, test } from "bun:test";
import { unzipSync } from "fflate";
import { readHandNetworks } from "../mediapipe-package.ts";
import { FlatTable } from "../tflite/flat-table.ts";
import { readTflite } from "../tflite/read-tflite.ts";
import { packAlignedArchive } from "./aligned-archive.ts";
import { packHandLandmarker } from "./pack-hand-landmarker.ts";

const networks = readHandNetworks();
const bundle = packHandLandmarker(networks);
const names = ["hand_detector.tflite", "hand_landmarks_detector.tflite"];

/** Files of an archive by the local headers in front of them: name, way of packing, and where the content begins. */
function localFiles(archive: Uint8Array): { name: string; method: number; start: number; length: number }[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const files = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const nameLength = view.getUint16(at + 26, true);
    const start = at + 30 + nameLength + view.getUint16(at + 28, true);
    const length = view.getUint32(at + 18, true);
    const name = new TextDecoder().decode(archive.subarray(at + 30, at + 30 + nameLength));
    files.push({ name, method: view.getUint16(at + 8, true), start, length });
    at = start + length;
  }
  return files;
}

describe("packHandLandmarker", () => {
  test("stores both networks uncompressed, each at a multiple of 64 bytes", () => {
    const files = localFiles(bundle);
    expect(files.map(({ name }) => name)).toEqual(names);
    expect(files.map(({ method }) => method)).toEqual([0, 0]);
    expect(files.map(({ start }) => start % 64)).toEqual([0, 0]);
  });

  test("is an archive that others can read", () => {
    expect(Object.keys(unzipSync(bundle))).toEqual(names);
  });

  test("leaves the networks as they are", () => {
    const files = unzipSync(bundle);
    for (const [name, original] of [
      [names[0], networks.palmDetection],
      [names[1], networks.handLandmark],
    ] as const) {
      const before = readTflite(original, "before");
      const after = readTflite(files[name!]!, "after");
      expect(after.operators.map(({ name: operator }) => operator)).toEqual(
        before.operators.map(({ name: operator }) => operator),
      );
      expect(after.inputs).toEqual(before.inputs);
      expect(after.outputs).toEqual(before.outputs);
      expect(after.tensors.map(({ data }) => data?.length)).toEqual(
        before.tensors.map(({ data }) => data?.length),
      );
    }
  });

  test("adds the metadata that says how pictures are normalized", () => {
    for (const content of Object.values(unzipSync(bundle))) {
      const model = FlatTable.root(content);
      const entry = model.tables(6).find((table) => table.string(0) === "TFLITE_METADATA");
      const metadata = model.tables(4)[entry?.uint32(1) ?? 0]?.bytes(0) ?? new Uint8Array(0);
      expect(new TextDecoder().decode(metadata.subarray(4, 8))).toBe("M001");
    }
  });

  test("gives the same bytes each time", () => {
    expect(packHandLandmarker(networks)).toEqual(bundle);
  });
});

describe("packAlignedArchive", () => {
  test("aligns files of any length", () => {
    const files = new Map(
      [1, 63, 64, 65, 0, 7].map((length, index) => [`${index}.bin`, new Uint8Array(length)]),
    );
    expect(localFiles(packAlignedArchive(files)).map(({ start }) => start % 64)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
