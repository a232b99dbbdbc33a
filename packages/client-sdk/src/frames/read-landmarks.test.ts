import { describe, expect, test } from "bun:test";
import { landmarkFrameLength } from "@signify/core";
import fc from "fast-check";
import { fakeLandmarks } from "../testing/fake-frames.ts";
import { readLandmarks } from "./read-landmarks.ts";

const badFrame = expect.objectContaining({ code: "bad-frame", message: expect.stringMatching(/126 finite/) });

describe("readLandmarks", () => {
  test("copies, so that the caller may use its array again", () => {
    const own = fakeLandmarks();
    const copy = readLandmarks(own);
    expect(copy).toEqual(own);
    own.fill(0);
    expect(copy).toEqual(fakeLandmarks());
  });

  test("takes plain numbers, as JSON has them", () => {
    const numbers = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), {
      ...{ minLength: landmarkFrameLength, maxLength: landmarkFrameLength },
    });
    fc.assert(
      fc.property(numbers, (own) => {
        expect(readLandmarks(own)).toEqual(new Float32Array(own));
      }),
    );
  });

  test.each([0, 63, 125, 127])("refuses %d numbers", (length) => {
    expect(() => readLandmarks(new Float32Array(length))).toThrow(badFrame);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300])(
    "refuses %d in any place: the wire's float32 has no such number",
    (number) => {
      for (const place of [0, 62, 125]) {
        const numbers = Array.from(fakeLandmarks());
        numbers[place] = number;
        expect(() => readLandmarks(numbers)).toThrow(badFrame);
      }
    },
  );
});
