import { describe, expect, test } from "bun:test";
import { openHand, turned } from "@signify/core/testing";
import fc from "fast-check";
import { regionFromLandmarks } from "./region-from-landmarks.ts";

describe("regionFromLandmarks", () => {
  test("is upright and over the palm for a hand that points up", () => {
    const region = regionFromLandmarks(openHand());
    expect(region.rotation).toBeCloseTo(0, 1);
    expect(region.centerX).toBeGreaterThan(0.4);
    expect(region.centerX).toBeLessThan(0.6);
    expect(region.size).toBeGreaterThan(0.3);
    expect(region.size).toBeLessThan(1);
  });

  test("turns, moves and grows with the hand", () => {
    const still = regionFromLandmarks(openHand());
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        (angle, shift, factor) => {
          const region = regionFromLandmarks(turned(openHand(), angle, factor, shift));
          expect(Math.cos(region.rotation - still.rotation)).toBeCloseTo(Math.cos(angle), 4);
          expect(Math.sin(region.rotation - still.rotation)).toBeCloseTo(Math.sin(angle), 4);
          expect(region.size / still.size).toBeCloseTo(factor, 4);
          const x = still.centerX * Math.cos(angle) - still.centerY * Math.sin(angle);
          const y = still.centerX * Math.sin(angle) + still.centerY * Math.cos(angle);
          expect(region.centerX).toBeCloseTo(x * factor + shift, 4);
          expect(region.centerY).toBeCloseTo(y * factor + shift, 4);
        },
      ),
    );
  });
});
