import { describe, expect, test } from "bun:test";
import { widenHalf } from "./half-float.ts";

describe("widenHalf", () => {
  test("reads every kind of half-precision number", () => {
    expect(widenHalf(0x3c00)).toBe(1);
    expect(widenHalf(0xc000)).toBe(-2);
    expect(widenHalf(0x0001)).toBe(2 ** -24);
    expect(widenHalf(0x7bff)).toBe(65_504);
    expect(widenHalf(0xfc00)).toBe(Number.NEGATIVE_INFINITY);
    expect(widenHalf(0x7e00)).toBeNaN();
  });
});
