import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { type PictureLimits, requireAffordable } from "./require-affordable.ts";

type Size = Parameters<typeof requireAffordable>[0];

const still: PictureLimits = { maxSide: 4096, mode: "still" };
const live: PictureLimits = { maxSide: 1920, mode: "live" };

function errorOf(size: Size, limits: PictureLimits): SignifyError | undefined {
  try {
    requireAffordable(size, limits);
    return undefined;
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
}

/** How much of the limit a picture takes, found by adding passes until it is refused. */
function shareOfLimit(size: Size, limits: PictureLimits): number {
  let passes = size.passes;
  while (errorOf({ ...size, passes: passes + 1 }, limits) === undefined) passes++;
  return size.passes / passes;
}

describe("requireAffordable", () => {
  test("lets in what cameras and phones send, with room to spare", () => {
    const frame = { width: 640, height: 480, scans: 1, passes: 3 };
    expect(shareOfLimit(frame, live)).toBeLessThan(0.02);
    expect(shareOfLimit({ ...frame, width: 1280, height: 720 }, live)).toBeLessThan(0.06);
    const photo = { width: 4000, height: 3000, scans: 10, passes: 14 };
    expect(shareOfLimit(photo, still)).toBeLessThan(0.5);
    expect(errorOf({ width: 4096, height: 4096, scans: 18, passes: 24 }, still)).toBeUndefined();
    expect(errorOf({ width: 1920, height: 1920, scans: 10, passes: 14 }, live)).toBeUndefined();
  });

  test("refuses a picture that is too large in either direction, by the limit of its kind", () => {
    for (const [width, height] of [
      [1, 65_500],
      [65_500, 1],
      [60_000, 60_000],
      [4097, 1],
    ] as const) {
      const error = errorOf({ width, height, scans: 1, passes: 3 }, still);
      expect(error?.code).toBe("picture-too-large");
      expect(error?.message).toBe("Expected a picture of at most 4096 × 4096 pixels: send it smaller.");
    }
    const error = errorOf({ width: 1921, height: 1, scans: 1, passes: 3 }, live);
    expect(error?.code).toBe("picture-too-large");
    expect(error?.message).toBe("Expected a live frame of at most 1920 × 1920 pixels: send it smaller.");
  });

  test("refuses more passes over all pixels than any encoder plans, in any shape", () => {
    for (const [width, height, passes, limits] of [
      [4096, 4096, 57, still],
      [4096, 4096, 25, still],
      [4000, 3000, 36, still],
      [1920, 1920, 15, live],
    ] as const) {
      const error = errorOf({ width, height, passes, scans: passes }, limits);
      expect(error?.code).toBe("picture-too-large");
      expect(error?.message).toMatch(/fewer pixels or in fewer scans/);
    }
  });

  test("counts a thin picture as wide as the blocks that a decoder makes of it", () => {
    const maxSide = 32;
    expect(errorOf({ width: 1, height: 32, scans: 8, passes: 24 }, { ...still, maxSide })).toBeUndefined();
    expect(errorOf({ width: 1, height: 32, scans: 9, passes: 25 }, { ...still, maxSide })).toBeDefined();
  });

  test("refuses hundreds of scans, however few pixels there are", () => {
    const error = errorOf({ width: 1, height: 1, scans: 65, passes: 65 }, still);
    expect(error?.code).toBe("bad-picture");
    expect(error?.message).toMatch(/at most 64 scans/);
  });
});
