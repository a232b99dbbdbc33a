import { describe, expect, test } from "bun:test";
import type { Region } from "@signify/core";
import fc from "fast-check";
import { regionFromPalm } from "../region/region-from-palm.ts";
import { projectPalm } from "./project-palm.ts";

/** An upright palm in the middle of the input. */
const coordinates = new Float32Array(18);
coordinates.set([0.4, 0.45, 0.6, 0.55, 0.5, 0.6, 0.4, 0.45, 0.5, 0.4]);
const palm = { score: 0.7, coordinates };

describe("projectPalm", () => {
  test("scales and moves a palm with the square", () => {
    const projected = projectPalm(palm, { centerX: 2, centerY: 1, size: 3, rotation: 0 });
    const expected = [1.7, 0.85, 2.3, 1.15, 2, 1.3, 1.7, 0.85, 2, 0.7];
    for (const [index, value] of expected.entries())
      expect(projected.coordinates[index]).toBeCloseTo(value, 5);
    expect(projected.score).toBe(0.7);
  });

  test("turns the hand's region with the square, and leaves its size", () => {
    const square = fc.record({
      centerX: fc.double({ min: 0, max: 2, noNaN: true }),
      centerY: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.double({ min: 0.5, max: 4, noNaN: true }),
      rotation: fc.double({ min: -3, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(square, (where: Region) => {
        const upright = regionFromPalm(projectPalm(palm, { ...where, rotation: 0 }), "upright");
        const turned = regionFromPalm(projectPalm(palm, where), "upright");
        expect(turned.size).toBeCloseTo(upright.size, 4);
        expect(Math.cos(turned.rotation - upright.rotation)).toBeCloseTo(Math.cos(where.rotation), 3);
        expect(Math.sin(turned.rotation - upright.rotation)).toBeCloseTo(Math.sin(where.rotation), 3);
      }),
    );
  });
});
