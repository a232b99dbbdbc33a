import { expect, test } from "bun:test";
import { handLandmarkGraph } from "../build-hand-models.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { foundInNoise } from "../testing/found-in-noise.ts";
import { positiveZeros } from "./positive-zeros.ts";
import { readTflite } from "./read-tflite.ts";

const { handLandmark } = readHandNetworks();
const given = new Uint8Array(handLandmark);
const cleared = positiveZeros(handLandmark, "hand");

/** The bits of all half floats of a file, one after the other. */
function halfFloats(tflite: Uint8Array): Uint16Array {
  const { tensors } = readTflite(tflite, "hand");
  const constants = tensors.flatMap(({ data, elementType }) =>
    elementType === "float16" && data ? [data] : [],
  );
  return new Uint16Array(new Uint8Array(Buffer.concat(constants)).buffer);
}

test("has 0 for −0, and every other bit as it was", () => {
  const before = halfFloats(given);
  expect(before.filter((bits) => bits === 0x8000).length).toBeGreaterThan(400_000);
  const expected = before.map((bits) => (bits === 0x8000 ? 0 : bits));
  expect(Buffer.from(halfFloats(cleared).buffer).equals(Buffer.from(expected.buffer))).toBe(true);
  expect(Buffer.from(handLandmark).equals(given)).toBe(true);
});

test("finds the same landmarks, to the bit", async () => {
  const found = (tflite: Uint8Array) => foundInNoise(handLandmarkGraph(tflite));
  expect(await found(cleared)).toEqual(await found(given));
});
