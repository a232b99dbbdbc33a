import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { PalmDetection } from "./palm-detection.ts";
import { intersectionOverUnion, suppressOverlaps } from "./suppress-overlaps.ts";

function palm(score: number, left: number, top: number, side = 1): PalmDetection {
  const coordinates = new Float32Array(18);
  coordinates.set([left, top, left + side, top + side, left, top]);
  return { score, coordinates };
}

const palms = fc.array(
  fc
    .record({
      score: fc.float({ min: 0.125, max: 1, noNaN: true }),
      left: fc.integer({ min: 0, max: 20 }),
      top: fc.integer({ min: 0, max: 20 }),
      side: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ score, left, top, side }) => palm(score, left, top, side)),
  { maxLength: 30 },
);

describe("intersectionOverUnion", () => {
  test("is 1 for the same box, 0 for boxes apart, and the shared part between", () => {
    expect(intersectionOverUnion(palm(1, 0, 0), palm(1, 0, 0))).toBe(1);
    expect(intersectionOverUnion(palm(1, 0, 0), palm(1, 1, 0))).toBe(0);
    expect(intersectionOverUnion(palm(1, 0, 0, 2), palm(1, 1, 0, 2))).toBeCloseTo(1 / 3, 6);
  });

  test("is 0 for boxes without area", () => {
    expect(intersectionOverUnion(palm(1, 0, 0, 0), palm(1, 0, 0, 0))).toBe(0);
  });
});

describe("suppressOverlaps", () => {
  test("merges overlapping palms into their mean weighted by score", () => {
    const merged = suppressOverlaps([palm(0.25, 0.25, 0), palm(0.75, 0, 0)], 0.3, 2);
    expect(merged.map(({ score }) => score)).toEqual([0.75]);
    expect(merged[0]?.coordinates[0]).toBeCloseTo(0.0625, 6);
    expect(merged[0]?.coordinates[2]).toBeCloseTo(1.0625, 6);
  });

  test("keeps the best of palms that lie apart, best first", () => {
    const kept = suppressOverlaps([palm(0.5, 0, 0), palm(0.9, 5, 0), palm(0.7, 10, 0)], 0.3, 2);
    expect(kept.map(({ score }) => score)).toEqual([0.9, 0.7]);
  });

  test("does not change its input", () => {
    const input = [palm(0.5, 0, 0), palm(0.9, 0.1, 0)];
    const before = input.map(({ score, coordinates }) => ({ score, coordinates: coordinates.slice() }));
    suppressOverlaps(input, 0.3, 2);
    expect(input).toEqual(before);
  });

  test("leaves palms alone that do not overlap, and so changes nothing when repeated on them", () => {
    fc.assert(
      fc.property(palms, (input) => {
        const kept = suppressOverlaps(input, 0.3, 30);
        const apart = kept.every((one, index) =>
          kept.every((other, position) => position <= index || intersectionOverUnion(one, other) <= 0.3),
        );
        if (apart) expect(suppressOverlaps(kept, 0.3, 30)).toEqual(kept);
      }),
    );
  });

  test("never gives more palms than it was given or asked for, nor better ones", () => {
    fc.assert(
      fc.property(palms, fc.integer({ min: 0, max: 4 }), (input, maxCount) => {
        const kept = suppressOverlaps(input, 0.3, maxCount);
        expect(kept.length).toBeLessThanOrEqual(Math.min(maxCount, input.length));
        const best = Math.max(0, ...input.map(({ score }) => score));
        for (const { score } of kept) expect(score).toBeLessThanOrEqual(best);
      }),
    );
  });
});
