import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import {
  exifSegment,
  type HandMadeJpeg,
  handMadeJpeg,
  joined,
  jpegSegment,
} from "../testing/hand-made-jpeg.ts";
import { type JpegHeader, readJpegHeader } from "./jpeg-header.ts";
import { splitJpeg } from "./jpeg-segments.ts";

const headerOf = (bytes: Uint8Array): JpegHeader => readJpegHeader(splitJpeg(bytes));

function errorOf(bytes: Uint8Array): SignifyError | undefined {
  try {
    headerOf(bytes);
    return undefined;
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
}

const small: HandMadeJpeg = { width: 8, height: 8 };

describe("readJpegHeader", () => {
  test("reads size, components, process and how often a decoder goes over them", () => {
    expect(headerOf(handMadeJpeg({ width: 640, height: 480 }))).toEqual({
      width: 640,
      height: 480,
      components: 3,
      process: "baseline",
      orientation: 1,
      scans: 1,
      passes: 3,
    });
    const scans = [{ components: [0] }, { components: [0] }];
    const gray = handMadeJpeg({ width: 1, height: 4096, frame: 0xc2, components: 1, scans });
    expect(headerOf(gray)).toMatchObject({ components: 1, process: "progressive", scans: 2, passes: 2 });
  });

  test("reads the orientation in either byte order, and ignores one that cannot be", () => {
    for (const [segment, expected] of [
      [exifSegment(6), 6],
      [exifSegment(3, true), 3],
      [exifSegment(9), 1],
      [exifSegment(0, true), 1],
    ] as const) {
      expect(headerOf(handMadeJpeg({ ...small, before: [segment] })).orientation).toBe(expected);
    }
  });

  test("passes over fill bytes, comments and application data", () => {
    const before = [Uint8Array.of(0xff, 0xff, 0xff), jpegSegment(0xfe, [1, 2]), jpegSegment(0xe7, [])];
    expect(headerOf(handMadeJpeg({ width: 9, height: 7, before }))).toMatchObject({ width: 9, height: 7 });
  });

  test("refuses a picture without pixels", () => {
    expect(errorOf(handMadeJpeg({ width: 0, height: 5 }))?.message).toMatch(/at least one pixel/);
    expect(errorOf(handMadeJpeg({ width: 5, height: 0 }))?.message).toMatch(/at least one pixel/);
    expect(errorOf(handMadeJpeg({ ...small, scans: [] }))?.message).toMatch(/expected pixels/);
  });

  test("refuses components that are no colors, and says which are", () => {
    for (const components of [2, 5, 255]) {
      const error = errorOf(handMadeJpeg({ ...small, components }));
      expect(error?.code).toBe("bad-picture");
      expect(error?.message).toBe("Expected a JPEG picture of 1, 3 or 4 components: gray, color or CMYK.");
    }
  });

  test("refuses samples of more than eight bits", () => {
    const error = errorOf(handMadeJpeg({ ...small, frame: 0xc1, precision: 12 }));
    expect(error?.message).toBe("Expected a JPEG picture of 8 bits a sample.");
  });

  test("refuses a header that names two sizes, none, or one behind the pixels", () => {
    const frame = jpegSegment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    expect(errorOf(handMadeJpeg({ ...small, before: [frame] }))?.code).toBe("bad-picture");
    const scan = jpegSegment(0xda, [1, 1, 0, 0, 63, 0]);
    const [start, end] = [Uint8Array.of(0xff, 0xd8), Uint8Array.of(0xff, 0xd9)];
    expect(errorOf(joined(start, scan, end))?.code).toBe("bad-picture");
    expect(errorOf(joined(start, scan, frame, end))?.code).toBe("bad-picture");
    expect(errorOf(joined(start, end))?.code).toBe("bad-picture");
  });

  test("refuses scans of more components than there are, or of none", () => {
    for (const components of [[], [0, 1, 2, 3]]) {
      expect(errorOf(handMadeJpeg({ ...small, scans: [{ components }] }))?.code).toBe("bad-picture");
    }
  });
});
