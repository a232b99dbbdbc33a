import { describe, expect, test } from "bun:test";
import { regionFromPalm } from "./region-from-palm.ts";

/** A palm that points up: wrist below, base of the middle finger above. */
const coordinates = new Float32Array(18);
coordinates.set([0.4, 0.4, 0.6, 0.6, 0.5, 0.7, 0.5, 0.5, 0.5, 0.4]);

describe("regionFromPalm", () => {
  test("lies over the fingers of an upright palm", () => {
    const region = regionFromPalm({ score: 1, coordinates }, "upright");
    expect(region.rotation).toBeCloseTo(0, 6);
    expect(region.centerX).toBeCloseTo(0.5, 6);
    expect(region.centerY).toBeCloseTo(0.4, 6);
    expect(region.size).toBeCloseTo(0.52, 6);
  });

  test("is turned by 26.6 degrees by the rule of MediaPipe Tasks", () => {
    const region = regionFromPalm({ score: 1, coordinates }, "tasks");
    expect((region.rotation * 180) / Math.PI).toBeCloseTo(26.62, 2);
  });
});
