import { describe, expect, test } from "bun:test";
import { readJpeg } from "../frames/read-jpeg.ts";
import { readLandmarks } from "../frames/read-landmarks.ts";
import { fakeJpeg, fakeLandmarks } from "./fake-frames.ts";

describe("fakeJpeg", () => {
  test.each([0, 4, 64, 100_000])("of %d bytes is taken for a JPEG", (bytes) => {
    expect(readJpeg(fakeJpeg(bytes)).byteLength).toBe(Math.max(4, bytes));
  });
});

describe("fakeLandmarks", () => {
  test("are a right hand alone, another for each seed", () => {
    const one = readLandmarks(fakeLandmarks(1));
    expect(one.subarray(0, 63).some((coordinate) => coordinate !== 0)).toBe(false);
    expect(one.subarray(63).every((coordinate) => coordinate > 0)).toBe(true);
    expect(fakeLandmarks(1)).toEqual(one);
    expect(fakeLandmarks(2)).not.toEqual(one);
  });
});
