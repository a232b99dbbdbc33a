import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import fc from "fast-check";
import { readJpegHeader } from "./jpeg-header.ts";

const start = [0xff, 0xd8];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];

function frame(width: number, height: number, { marker = 0xc0, components = 3 } = {}): number[] {
  const perComponent = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  const length = 8 + perComponent.length;
  return [
    0xff,
    marker,
    0,
    length,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    components,
    ...perComponent,
  ];
}

/** An APP1 segment with an orientation, in either byte order. */
function exif(orientation: number, bigEndian = false): number[] {
  const two = (value: number) => (bigEndian ? [value >> 8, value & 255] : [value & 255, value >> 8]);
  const four = (value: number) => (bigEndian ? [0, 0, ...two(value)] : [...two(value), 0, 0]);
  const order = bigEndian ? [0x4d, 0x4d] : [0x49, 0x49];
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const tiff = [...order, ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [0xff, 0xe1, 0, content.length + 2, ...content];
}

function errorOf(bytes: number[] | Uint8Array): SignifyError | undefined {
  try {
    readJpegHeader(Uint8Array.from(bytes), 4096);
    return undefined;
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
}

describe("readJpegHeader", () => {
  test("reads size, components and process", () => {
    expect(readJpegHeader(Uint8Array.from([...start, ...frame(640, 480), ...scan]), 4096)).toEqual({
      width: 640,
      height: 480,
      components: 3,
      precision: 8,
      process: "baseline",
      orientation: 1,
    });
    const grey = [...start, ...frame(1, 4096, { marker: 0xc2, components: 1 }), ...scan];
    expect(readJpegHeader(Uint8Array.from(grey), 4096)).toMatchObject({
      components: 1,
      process: "progressive",
    });
    const arithmetic = [...start, ...frame(8, 8, { marker: 0xc9 }), ...scan];
    expect(readJpegHeader(Uint8Array.from(arithmetic), 4096).process).toBe("other");
  });

  test("reads the orientation in either byte order, and ignores one that cannot be", () => {
    for (const [segment, expected] of [
      [exif(6), 6],
      [exif(3, true), 3],
      [exif(9), 1],
      [exif(0, true), 1],
    ] as const) {
      const bytes = Uint8Array.from([...start, ...segment, ...frame(8, 8), ...scan]);
      expect(readJpegHeader(bytes, 4096).orientation).toBe(expected);
    }
  });

  test("passes over fill bytes and unknown segments", () => {
    const bytes = [...start, 0xff, 0xff, 0xff, 0xfe, 0, 4, 1, 2, ...frame(9, 7), 0xff, 0xc4, 0, 2, ...scan];
    expect(readJpegHeader(Uint8Array.from(bytes), 4096)).toMatchObject({ width: 9, height: 7 });
  });

  test("says what it expected of what is no JPEG", () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    for (const bytes of [[], [0xff], png]) {
      expect(errorOf(bytes)?.code).toBe("bad-picture");
      expect(errorOf(bytes)?.message).toMatch(/Expected a JPEG picture/);
    }
  });

  test("refuses a picture that is too large in either direction", () => {
    for (const [width, height] of [
      [1, 65_500],
      [65_500, 1],
      [60_000, 60_000],
      [4097, 1],
    ] as const) {
      const error = errorOf([...start, ...frame(width, height), ...scan]);
      expect(error?.code).toBe("picture-too-large");
      expect(error?.message).toMatch(/at most 4096 × 4096/);
    }
  });

  test("refuses a picture without pixels", () => {
    expect(errorOf([...start, ...frame(0, 5), ...scan])?.message).toMatch(/at least one pixel/);
    expect(errorOf([...start, ...frame(5, 0), ...scan])?.message).toMatch(/at least one pixel/);
  });

  test("refuses a header that is cut short anywhere", () => {
    const bytes = [...start, ...exif(6), ...frame(640, 480), ...scan];
    const untilScan = bytes.length - scan.length + 2;
    for (let length = 0; length < untilScan; length++) {
      expect(errorOf(bytes.slice(0, length))?.code).toBe("bad-picture");
    }
  });

  test("refuses a header that names two sizes, or none", () => {
    expect(errorOf([...start, ...frame(8, 8), ...frame(9, 9), ...scan])?.code).toBe("bad-picture");
    expect(errorOf([...start, ...scan])?.code).toBe("bad-picture");
    expect(errorOf([...start, 0xff, 0xd9])?.code).toBe("bad-picture");
  });

  test("answers or refuses any bytes, and never does anything else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        errorOf([...start, ...tail]);
        errorOf(tail);
      }),
      { numRuns: 500 },
    );
  });

  test("answers or refuses a header with any byte changed", () => {
    const bytes = [...start, ...exif(6), ...frame(640, 480), ...scan];
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        errorOf(bytes.with(at, value));
      }),
      { numRuns: 500 },
    );
  });
});
