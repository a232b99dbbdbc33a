import { describe, expect, test } from "bun:test";
import type { Region } from "@signify/core";
import fc from "fast-check";
import {
  isUsableRegion,
  normalizeAngle,
  orientedSquare,
  regionOverlap,
  rotationTowards,
} from "./region-geometry.ts";

const region: Region = { centerX: 0.5, centerY: 0.5, size: 0.4, rotation: 0 };
const coordinate = fc.double({ min: -2, max: 3, noNaN: true });
const anyRegion = fc.record({
  centerX: coordinate,
  centerY: coordinate,
  size: fc.double({ min: 0.01, max: 3, noNaN: true }),
  rotation: fc.double({ min: -3, max: 3, noNaN: true }),
});

describe("normalizeAngle", () => {
  test("keeps the direction and brings the angle into one turn", () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (angle) => {
        const normalized = normalizeAngle(angle);
        expect(Math.abs(normalized)).toBeLessThanOrEqual(Math.PI + 1e-9);
        expect(Math.cos(normalized)).toBeCloseTo(Math.cos(angle), 9);
        expect(Math.sin(normalized)).toBeCloseTo(Math.sin(angle), 9);
      }),
    );
  });
});

describe("rotationTowards", () => {
  test("is 0 for what points up already, and a quarter turn for what points right", () => {
    expect(rotationTowards(0, -1, Math.PI / 2)).toBeCloseTo(0, 9);
    expect(rotationTowards(1, 0, Math.PI / 2)).toBeCloseTo(Math.PI / 2, 9);
  });
});

describe("orientedSquare", () => {
  test("takes the longer side and moves along the hand", () => {
    const up = orientedSquare({ x: 1, y: 1 }, 0.2, 0.4, 0, 2, -0.5);
    expect(up).toEqual({ centerX: 1, centerY: 0.8, size: 0.8, rotation: 0 });
    const right = orientedSquare({ x: 1, y: 1 }, 0.2, 0.4, Math.PI / 2, 2, -0.5);
    expect(right.centerX).toBeCloseTo(1.2, 9);
    expect(right.centerY).toBeCloseTo(1, 9);
  });
});

describe("isUsableRegion", () => {
  test("refuses what cannot be sampled", () => {
    expect(isUsableRegion(region, 4 / 3)).toBe(true);
    for (const broken of [
      { centerX: Number.NaN },
      { centerY: Number.POSITIVE_INFINITY },
      { rotation: Number.NaN },
      { size: 0 },
      { size: Number.NaN },
      { size: 50 },
      { centerX: 2 },
      { centerY: -0.5 },
    ]) {
      expect(isUsableRegion({ ...region, ...broken }, 4 / 3)).toBe(false);
    }
  });
});

describe("regionOverlap", () => {
  test("is 1 for the same place and 0 for places apart", () => {
    expect(regionOverlap(region, { ...region, rotation: 2 })).toBeCloseTo(1, 9);
    expect(regionOverlap(region, { ...region, centerX: 1 })).toBe(0);
  });

  test("of a region inside another is the share of their areas", () => {
    expect(regionOverlap(region, { ...region, size: 0.2 })).toBeCloseTo(0.25, 9);
  });

  test("is symmetric and between 0 and 1", () => {
    fc.assert(
      fc.property(anyRegion, anyRegion, (first, second) => {
        const overlap = regionOverlap(first, second);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1 + 1e-9);
        expect(overlap).toBeCloseTo(regionOverlap(second, first), 9);
      }),
    );
  });
});
