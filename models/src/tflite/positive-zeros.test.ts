import { expect, test } from "bun:test";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { handLandmarkGraph } from "../build-hand-models.ts";
import { readHandNetworks } from "../mediapipe-package.ts";
import { encodeOnnx } from "../onnx/encode-onnx.ts";
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

/** What the network finds in noise. */
async function foundBy(tflite: Uint8Array): Promise<Record<string, unknown>> {
  const session = await InferenceSession.create(encodeOnnx(handLandmarkGraph(tflite)));
  let state = 1;
  const noise = Float32Array.from({ length: 3 * 224 * 224 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
  const outputs = await session.run({ input: new Tensor("float32", noise, [1, 3, 224, 224]) });
  await session.release();
  return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data]));
}

test("has 0 for −0, and every other bit as it was", () => {
  const before = halfFloats(given);
  expect(before.filter((bits) => bits === 0x8000).length).toBeGreaterThan(400_000);
  const expected = before.map((bits) => (bits === 0x8000 ? 0 : bits));
  expect(Buffer.from(halfFloats(cleared).buffer).equals(Buffer.from(expected.buffer))).toBe(true);
  expect(Buffer.from(handLandmark).equals(given)).toBe(true);
});

test("finds the same landmarks, to the bit", async () => {
  expect(await foundBy(cleared)).toEqual(await foundBy(given));
});
