import { describe, expect, test } from "bun:test";
import type { Region } from "@signify/core";
import fc from "fast-check";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { sampleRegion } from "./sample-region.ts";

function picture(
  width: number,
  height: number,
  value: (x: number, y: number, channel: number) => number,
): RgbaImage {
  const data = new Uint8Array(4 * width * height);
  for (let index = 0; index < data.length; index++) {
    const pixel = Math.floor(index / 4);
    data[index] = value(pixel % width, Math.floor(pixel / width), index % 4);
  }
  return { data, width, height };
}

const noisy = (width: number, height: number) =>
  picture(width, height, (x, y, channel) => (x * 31 + y * 57 + channel * 101 + x * y) % 256);

function sample(image: RgbaImage, region: Region, side: number, border: "zero" | "replicate"): Float32Array {
  const out = new Float32Array(3 * side * side).fill(Number.NaN);
  sampleRegion(image, region, { side, border, form: "planar-floats" }, out);
  return out;
}

/** The definition, pixel by pixel, without any rounding. */
function exact(image: RgbaImage, region: Region, side: number, border: "zero" | "replicate"): Float32Array {
  const { data, width, height } = image;
  const out = new Float32Array(3 * side * side);
  const at = (x: number, y: number, channel: number): number => {
    if (border === "zero" && (x < 0 || y < 0 || x >= width || y >= height)) return 0;
    const column = Math.max(0, Math.min(width - 1, x));
    const row = Math.max(0, Math.min(height - 1, y));
    return data[4 * (row * width + column) + channel] ?? 0;
  };
  for (let index = 0; index < out.length; index++) {
    const channel = Math.floor(index / (side * side));
    const u = ((index % side) / side - 0.5) * region.size;
    const v = (Math.floor((index % (side * side)) / side) / side - 0.5) * region.size;
    const x = (region.centerX + u * Math.cos(region.rotation) - v * Math.sin(region.rotation)) * height;
    const y = (region.centerY + u * Math.sin(region.rotation) + v * Math.cos(region.rotation)) * height;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const upper = at(left, top, channel) * (left + 1 - x) + at(left + 1, top, channel) * (x - left);
    const lower = at(left, top + 1, channel) * (left + 1 - x) + at(left + 1, top + 1, channel) * (x - left);
    out[index] = (upper * (top + 1 - y) + lower * (y - top)) / 255;
  }
  return out;
}

describe("sampleRegion", () => {
  test("of the whole of a square picture at its own size is the picture, channel by channel", () => {
    const image = noisy(16, 16);
    const out = sample(image, { centerX: 0.5, centerY: 0.5, size: 1, rotation: 0 }, 16, "zero");
    for (let pixel = 0; pixel < 256; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        expect(out[256 * channel + pixel]).toBeCloseTo((image.data[4 * pixel + channel] ?? 0) / 255, 6);
      }
    }
  });

  test("turns with the region", () => {
    const image = noisy(16, 16);
    const out = sample(
      image,
      { centerX: 0.5, centerY: 0.5, size: 1, rotation: Math.PI / 2 },
      16,
      "replicate",
    );
    // A quarter turn: the input's column runs down the picture, its row runs to the left.
    expect(out[2 * 16 + 3]).toBeCloseTo((image.data[4 * (3 * 16 + 14)] ?? 0) / 255, 6);
  });

  test("is black around the picture, or repeats its edge", () => {
    const white = picture(8, 8, () => 255);
    const region = { centerX: 0.5, centerY: 0.5, size: 3, rotation: 0 };
    const black = sample(white, region, 24, "zero");
    expect(black[0]).toBe(0);
    expect(black[12 * 24 + 12]).toBe(1);
    expect(sample(white, region, 24, "replicate").every((value) => value === 1)).toBe(true);
  });

  test("does not look at a picture's transparency", () => {
    const opaque = picture(8, 8, (x, y, channel) => (channel === 3 ? 255 : 7 * x + 11 * y + channel));
    const clear = picture(8, 8, (x, y, channel) => (channel === 3 ? 0 : 7 * x + 11 * y + channel));
    const region = { centerX: 0.4, centerY: 0.6, size: 0.7, rotation: 0.3 };
    expect(sample(opaque, region, 12, "zero")).toEqual(sample(clear, region, 12, "zero"));
  });

  test("agrees with the definition wherever the region lies, but for the rounding", () => {
    const size = fc.integer({ min: 1, max: 40 });
    const place = fc.double({ min: -1, max: 2, noNaN: true });
    const region = fc.record({
      centerX: place,
      centerY: place,
      size: fc.double({ min: 0.05, max: 4, noNaN: true }),
      rotation: fc.double({ min: -3.2, max: 3.2, noNaN: true }),
    });
    fc.assert(
      fc.property(
        size,
        size,
        region,
        fc.constantFrom("zero", "replicate"),
        (width, height, where, border) => {
          // Smooth, so that 1/32 pixel makes little difference; only the border of a black surround is a step.
          const image = picture(width, height, (x, y, channel) => 100 + channel + Math.round((x + y) / 2));
          const actual = sample(image, where, 12, border);
          const expected = exact(image, where, 12, border);
          const step = border === "zero" ? 200 / 32 : 0;
          for (let index = 0; index < actual.length; index++) {
            expect(Math.abs((actual[index] ?? Number.NaN) - (expected[index] ?? 0)) * 255).toBeLessThan(
              1 + step,
            );
          }
        },
      ),
    );
  });
});
