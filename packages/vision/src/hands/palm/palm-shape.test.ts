import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { palmShapeAround } from "./palm-shape.ts";

const look = { padding: 1, rotation: 0, margin: 0 };

describe("palmShapeAround", () => {
  test("holds a picture of 4 : 3, wide and tall", () => {
    expect(palmShapeAround(4 / 3, look)).toEqual({ width: 192, height: 160 });
    expect(palmShapeAround(3 / 4, look)).toEqual({ width: 160, height: 192 });
  });

  test("gets smaller with the padding, larger with a margin, and turns with the square", () => {
    expect(palmShapeAround(4 / 3, { ...look, padding: 1.5 })).toEqual({ width: 128, height: 96 });
    expect(palmShapeAround(4 / 3, { ...look, padding: 3 })).toEqual({ width: 64, height: 64 });
    expect(palmShapeAround(4 / 3, { ...look, padding: 3, margin: 32 })).toEqual({ width: 128, height: 128 });
    expect(palmShapeAround(4 / 3, { ...look, rotation: Math.PI / 2 })).toEqual({ width: 160, height: 192 });
  });

  test("is in whole strides, never more than the square, and holds the picture where that does", () => {
    const looks = fc.record({
      padding: fc.double({ min: 1, max: 4, noNaN: true }),
      rotation: fc.constantFrom(0, -Math.PI / 2, Math.PI / 2),
      margin: fc.integer({ min: 0, max: 64 }),
    });
    fc.assert(
      fc.property(fc.double({ min: 0.4, max: 2.5, noNaN: true }), looks, (aspect, options) => {
        const { width, height } = palmShapeAround(aspect, options);
        const pixels = 192 / (options.padding * Math.max(1, aspect));
        const [across, down] = options.rotation === 0 ? [aspect, 1] : [1, aspect];
        for (const [length, heights] of [
          [width, across],
          [height, down],
        ] as const) {
          expect(length % 32).toBe(0);
          expect(length).toBeLessThanOrEqual(192);
          const needed = Math.min(192, heights * pixels + 2 * options.margin);
          expect(length).toBeGreaterThanOrEqual(needed - 0.001);
          expect(length).toBeLessThan(needed + 32);
        }
      }),
    );
  });
});
