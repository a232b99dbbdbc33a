import { describe, expect, test } from "bun:test";
import { quantizeFilters } from "./quantize-filters.ts";

describe("quantizeFilters", () => {
  test("rounds each channel by its own largest weight", () => {
    const { weights, scales } = quantizeFilters(Float32Array.of(1, -0.5, 100, 50), Float32Array.of(0, 0), {
      inputScale: 0.1,
    });
    expect([...weights]).toEqual([127, -64, 127, 64]);
    expect(scales[0]).toBeCloseTo(1 / 127, 6);
    expect(scales[1]).toBeCloseTo(100 / 127, 4);
  });

  test("counts the bias in steps of what the products count", () => {
    const { bias, biasScales, scales } = quantizeFilters(Float32Array.of(2), Float32Array.of(-3), {
      inputScale: 0.5,
    });
    expect(biasScales[0]).toBeCloseTo((scales[0] ?? 0) * 0.5, 9);
    expect((bias[0] ?? 0) * (biasScales[0] ?? 0)).toBeCloseTo(-3, 5);
  });

  test("keeps the bias of a channel without weights, within 32 bits", () => {
    const { weights, bias, biasScales } = quantizeFilters(
      Float32Array.of(0, 0, 1e-12, 0),
      Float32Array.of(5, -7),
      { inputScale: 0.02 },
    );
    expect([...weights]).toEqual([0, 0, 0, 0]);
    expect((bias[0] ?? 0) * (biasScales[0] ?? 0)).toBeCloseTo(5, 4);
    expect((bias[1] ?? 0) * (biasScales[1] ?? 0)).toBeCloseTo(-7, 4);
  });

  test("of nothing at all is nothing at all", () => {
    const { weights, bias, scales } = quantizeFilters(Float32Array.of(0), Float32Array.of(0), {
      inputScale: 0.1,
    });
    expect([weights[0], bias[0], scales[0]]).toEqual([0, 0, 1]);
  });

  test("keeps the sum of a channel's weights where it is asked to, moving those that lie nearest", () => {
    const weights = Float32Array.of(127, -10.4, -10.4, -10.4, -95.8);
    const plain = quantizeFilters(weights, Float32Array.of(0), { inputScale: 1 });
    const kept = quantizeFilters(weights, Float32Array.of(0), { inputScale: 1, keepSums: true });
    expect([...plain.weights]).toEqual([127, -10, -10, -10, -96]);
    expect([...kept.weights]).toEqual([127, -11, -10, -10, -96]);
    expect([...kept.weights].map((weight, index) => Math.abs(weight - (weights[index] ?? 0)) < 1)).toEqual(
      new Array(5).fill(true),
    );
  });

  test("stays within the largest weight that is allowed", () => {
    const { weights, scales } = quantizeFilters(Float32Array.of(2, -1), Float32Array.of(0), {
      inputScale: 1,
      largestWeight: 63,
    });
    expect([...weights]).toEqual([63, -31]);
    expect(scales[0]).toBeCloseTo(2 / 63, 6);
  });
});
