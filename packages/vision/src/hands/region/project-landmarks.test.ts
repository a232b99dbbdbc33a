import { describe, expect, test } from "bun:test";
import type { Region } from "@signify/core";
import { openHand } from "@signify/core/testing";
import fc from "fast-check";
import { projectLandmarks } from "./project-landmarks.ts";

/** Landmarks of the picture as the hand network would give them for a region. */
function intoRegion(landmarks: Float32Array, { centerX, centerY, size, rotation }: Region): Float32Array {
  const result = new Float32Array(landmarks.length);
  for (let index = 0; index < landmarks.length; index += 3) {
    const x = (landmarks[index] ?? 0) - centerX;
    const y = (landmarks[index + 1] ?? 0) - centerY;
    result[index] = ((x * Math.cos(rotation) + y * Math.sin(rotation)) / size + 0.5) * 224;
    result[index + 1] = ((y * Math.cos(rotation) - x * Math.sin(rotation)) / size + 0.5) * 224;
    result[index + 2] = ((landmarks[index + 2] ?? 0) / size) * 0.4 * 224;
  }
  return result;
}

describe("projectLandmarks", () => {
  test("puts the middle of the input at the center of the region", () => {
    const landmarks = new Float32Array(63).fill(112);
    const projected = projectLandmarks(landmarks, { centerX: 0.7, centerY: 0.4, size: 0.5, rotation: 1 });
    expect(projected[0]).toBeCloseTo(0.7, 6);
    expect(projected[1]).toBeCloseTo(0.4, 6);
    expect(projected[2]).toBeCloseTo((0.5 / 0.4) * 0.5, 6);
  });

  test("gives back the landmarks that were seen, whatever the region", () => {
    const region = fc.record({
      centerX: fc.double({ min: -0.5, max: 2, noNaN: true }),
      centerY: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      size: fc.double({ min: 0.1, max: 3, noNaN: true }),
      rotation: fc.double({ min: -3.2, max: 3.2, noNaN: true }),
    });
    fc.assert(
      fc.property(region, (where) => {
        const projected = projectLandmarks(intoRegion(openHand(), where), where);
        for (const [index, value] of openHand().entries()) expect(projected[index]).toBeCloseTo(value, 4);
      }),
    );
  });
});
