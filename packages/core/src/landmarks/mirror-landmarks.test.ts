import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { handLandmarks, noHandLandmarks } from "../testing/index.ts";
import { landmarkFrameLength } from "./landmark-frame.ts";
import { mirrorLandmarks } from "./mirror-landmarks.ts";

const slotLength = landmarkFrameLength / 2;
const coordinate = fc.float({ min: -2, max: 2, noNaN: true, noDefaultInfinity: true });
const hand = fc
  .array(coordinate, { minLength: slotLength, maxLength: slotLength })
  .filter((points) => points.some((point, index) => index % 3 === 1 && point !== 0));
const slot = fc.option(hand, { nil: Array<number>(slotLength).fill(0) });

describe("mirrorLandmarks", () => {
  test("moves a right hand into the left slot, x turned around, y and z as they were", () => {
    const right = noHandLandmarks();
    right.set([0.25, 0.5, -0.125, 1, 0.75, 0], slotLength);
    const mirrored = mirrorLandmarks(right, 1.5);
    expect(Array.from(mirrored.subarray(0, 6))).toEqual([1.25, 0.5, -0.125, 0.5, 0.75, 0]);
    expect(mirrored.subarray(slotLength).every((value) => value === 0)).toBe(true);
  });

  test("leaves an empty slot empty, whatever the aspect", () => {
    expect(mirrorLandmarks(noHandLandmarks(), 1.5)).toEqual(noHandLandmarks());
    expect(mirrorLandmarks(handLandmarks(1, "left"), 1.5).subarray(0, slotLength).some(Boolean)).toBe(false);
  });

  test("does not change its argument", () => {
    const landmarks = handLandmarks();
    mirrorLandmarks(landmarks, 1.5);
    expect(landmarks).toEqual(handLandmarks());
  });

  test("twice is the same as not at all", () => {
    fc.assert(
      fc.property(slot, slot, fc.constantFrom(0, 0.75, 1, 4 / 3), (left, right, aspect) => {
        const landmarks = Float32Array.from([...left, ...right]);
        const twice = mirrorLandmarks(mirrorLandmarks(landmarks, aspect), aspect);
        const errors = twice.map((value, index) => Math.abs(value - (landmarks[index] ?? Number.NaN)));
        expect(Math.max(...errors)).toBeLessThan(1e-6);
      }),
    );
  });
});
