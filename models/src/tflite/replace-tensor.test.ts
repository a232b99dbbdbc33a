import { describe, expect, test } from "bun:test";
import { readHandNetworks } from "../mediapipe-package.ts";
import { readTflite } from "./read-tflite.ts";
import { replaceTensor } from "./replace-tensor.ts";

const { handLandmark } = readHandNetworks();
const { tensors } = readTflite(handLandmark, "hand");
const index = tensors.findIndex(({ data, shape }) => data && shape.length === 4);
const { shape = [], data = new Uint8Array(0) } = tensors[index] ?? {};

describe("replaceTensor", () => {
  test("puts a smaller constant there, and changes no other tensor", () => {
    const file = new Uint8Array(handLandmark);
    const smaller = { shape: shape.with(0, 1), data: data.slice(0, data.length / (shape[0] ?? 1)) };
    replaceTensor(file, index, smaller);
    const after = readTflite(file, "hand").tensors;
    expect(after[index]).toEqual({ ...tensors[index], ...smaller } as (typeof after)[number]);
    expect(after.toSpliced(index, 1)).toEqual(tensors.toSpliced(index, 1));
  });

  test("leaves zeros where the constant was longer", () => {
    const file = new Uint8Array(handLandmark);
    const start = data.byteOffset - handLandmark.byteOffset;
    replaceTensor(file, index, { shape, data: Uint8Array.of(1, 2) });
    const place = file.subarray(start, start + data.length);
    expect([...place.subarray(0, 3)]).toEqual([1, 2, 0]);
    expect(place.subarray(2).every((byte) => byte === 0)).toBe(true);
  });

  test("refuses what does not fit, and a tensor that is not there", () => {
    const file = new Uint8Array(handLandmark);
    expect(() => replaceTensor(file, index, { shape, data: new Uint8Array(data.length + 1) })).toThrow(
      `expected at most ${data.length} bytes`,
    );
    expect(() => replaceTensor(file, index, { shape: [1] })).toThrow("expected 4 numbers");
    expect(() => replaceTensor(file, 10_000, { shape })).toThrow("there is no tensor 10000");
    expect(Buffer.from(file).equals(handLandmark)).toBe(true);
  });
});
