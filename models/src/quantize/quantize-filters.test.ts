import { describe, expect, test } from "bun:test";
import { quantizeFilters } from "./quantize-filters.ts";

describe("quantizeFilters", () => {
  test("rounds each channel by its own largest weight", () => {
    const { weights, scales } = quantizeFilters(
      Float32Array.of(1, -0.5, 100, 50),
      Float32Array.of(0, 0),
      0.1,
    );
    expect([...weights]).toEqual([127, -64, 127, 64]);
    expect(scales[0]).toBeCloseTo(1 / 127, 6);
    expect(scales[1]).toBeCloseTo(100 / 127, 4);
  });

  test("counts the bias in steps of what the products count", () => {
    const { bias, biasScales, scales } = quantizeFilters(Float32Array.of(2), Float32Array.of(-3), 0.5);
    expect(biasScales[0]).toBeCloseTo((scales[0] ?? 0) * 0.5, 9);
    expect((bias[0] ?? 0) * (biasScales[0] ?? 0)).toBeCloseTo(-3, 5);
  });

  test("keeps the bias of a channel without weights, within 32 bits", () => {
    const { weights, bias, biasScales } = quantizeFilters(
      Float32Array.of(0, 0, 1e-12, 0),
      Float32Array.of(5, -7),
      0.02,
    );
    expect([...weights]).toEqual([0, 0, 0, 0]);
    expect((bias[0] ?? 0) * (biasScales[0] ?? 0)).toBeCloseTo(5, 4);
    expect((bias[1] ?? 0) * (biasScales[1] ?? 0)).toBeCloseTo(-7, 4);
  });

  test("of nothing at all is nothing at all", () => {
    const { weights, bias, scales } = quantizeFilters(Float32Array.of(0), Float32Array.of(0), 0.1);
    expect([weights[0], bias[0], scales[0]]).toEqual([0, 0, 1]);
  });
});
