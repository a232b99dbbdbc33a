import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readExifOrientation } from "./exif-orientation.ts";

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];

describe("readExifOrientation", () => {
  test("finds the orientation behind other entries", () => {
    const other = [0x0f, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    const orientation = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0];
    const segment = [...exif, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0, ...other, ...orientation];
    expect(readExifOrientation(Uint8Array.from(segment))).toBe(8);
  });

  test("says nothing of a segment that is not EXIF", () => {
    expect(readExifOrientation(new TextEncoder().encode("http://ns.adobe.com/xap/1.0/"))).toBeUndefined();
    expect(readExifOrientation(new Uint8Array(0))).toBeUndefined();
  });

  test("never reads past the end, whatever the segment says", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (tail, bigEndian) => {
        const order = bigEndian ? [0x4d, 0x4d, 0, 42] : [0x49, 0x49, 42, 0];
        const orientation = readExifOrientation(Uint8Array.from([...exif, ...order, ...tail]));
        expect(orientation === undefined || (orientation >= 1 && orientation <= 8)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
