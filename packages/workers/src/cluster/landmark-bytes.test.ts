import { expect, test } from "bun:test";
import { landmarkFrameLength } from "@signify/core";
import { fromLandmarkBytes, toLandmarkBytes } from "./landmark-bytes.ts";

const landmarks = Float32Array.from({ length: landmarkFrameLength }, (_, index) => index / 7 - 3);

test("landmarks are read as they were written, wherever in a message they lie", () => {
  const message = new Uint8Array([1, 2, 3, ...toLandmarkBytes(landmarks)]);
  expect(fromLandmarkBytes(message.subarray(3))).toEqual(landmarks);
});

test("another number of them is none", () => {
  expect(fromLandmarkBytes(toLandmarkBytes(landmarks.subarray(1)))).toBeUndefined();
  expect(fromLandmarkBytes(new Uint8Array([...toLandmarkBytes(landmarks), 0]))).toBeUndefined();
  expect(fromLandmarkBytes(new Uint8Array(0))).toBeUndefined();
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%p among them makes them none", (value) => {
  expect(fromLandmarkBytes(toLandmarkBytes(landmarks.with(100, value)))).toBeUndefined();
});
