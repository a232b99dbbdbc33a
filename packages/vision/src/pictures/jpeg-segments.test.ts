import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { exifSegment, handMadeJpeg, joined, jpegSegment } from "../testing/hand-made-jpeg.ts";
import { splitJpeg } from "./jpeg-segments.ts";

function errorOf(bytes: Uint8Array): SignifyError | undefined {
  try {
    splitJpeg(bytes);
    return undefined;
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
}

const scansOf = (bytes: Uint8Array) => splitJpeg(bytes).filter(({ code }) => code === 0xda).length;
const scan = jpegSegment(0xda, [1, 1, 0, 0, 63, 0]);
const small = { width: 8, height: 8 };
const withData = (...data: number[]) =>
  handMadeJpeg({ ...small, components: 1, scans: [{ components: [0], data: Uint8Array.from(data) }] });

describe("splitJpeg", () => {
  test("leaves nothing out between the start and the end of a picture, and nothing in from behind it", () => {
    const jpeg = handMadeJpeg({ ...small, before: [exifSegment(6)] });
    const segments = splitJpeg(joined(jpeg, scan));
    expect(segments.map(({ code }) => code)).toEqual([0xe1, 0xdb, 0xc0, 0xc4, 0xc4, 0xda]);
    expect(segments[0]?.start).toBe(2);
    for (const [index, { end }] of segments.entries()) {
      expect(end).toBe(segments[index + 1]?.start ?? jpeg.length - 2);
    }
  });

  test("says what it expected of what is no JPEG", () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    for (const bytes of [[], [0xff], png]) {
      expect(errorOf(Uint8Array.from(bytes))?.code).toBe("bad-picture");
      expect(errorOf(Uint8Array.from(bytes))?.message).toMatch(/Expected a JPEG picture/);
    }
  });

  test("refuses a picture that is cut short anywhere", () => {
    const jpeg = handMadeJpeg({ ...small, before: [exifSegment(6)] });
    for (let length = 0; length < jpeg.length; length++) {
      expect(errorOf(jpeg.slice(0, length))?.code).toBe("bad-picture");
    }
  });

  test("refuses arithmetic coding, lossless and hierarchical pictures by what their markers say", () => {
    const sequential = [0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf];
    for (const marker of [0xc3, 0xc5, 0xc6, 0xc7, ...sequential, 0xde, 0xdf]) {
      const error = errorOf(handMadeJpeg({ ...small, frame: marker }));
      expect(error?.code).toBe("bad-picture");
      expect(error?.message).toMatch(/^Expected a baseline or progressive JPEG picture, coded by Huffman/);
    }
  });

  test("counts no scan inside a comment, a thumbnail or behind the end", () => {
    const thumbnail = jpegSegment(0xe1, handMadeJpeg(small));
    const jpeg = handMadeJpeg({ ...small, before: [jpegSegment(0xfe, scan), thumbnail] });
    expect(scansOf(joined(jpeg, scan, scan))).toBe(1);
  });

  test("counts every scan behind data, whatever there is in it", () => {
    expect(scansOf(withData(1, 0xff, 0, 2, ...scan))).toBe(2);
    expect(scansOf(withData(0xff, 0xd0, 0xff, 0xd7, 0xff, 0xff, ...scan, ...scan))).toBe(3);
    expect(scansOf(withData(0xff, 0xff, 0, 0xda, ...scan))).toBe(2);
  });

  test("refuses markers that are not of a picture: a decoder that looks for a restart would go on inside of them", () => {
    for (const marker of [0x01, 0x02, 0xbf, 0xc8, 0xd8, 0xf0, 0xfd]) {
      expect(errorOf(withData(1, ...jpegSegment(marker, scan)))?.code).toBe("bad-picture");
    }
  });

  test("refuses bytes that are no marker where one must be", () => {
    expect(errorOf(handMadeJpeg({ ...small, before: [Uint8Array.of(0)] }))?.code).toBe("bad-picture");
    expect(errorOf(handMadeJpeg({ ...small, before: [Uint8Array.of(0xff, 0)] }))?.code).toBe("bad-picture");
  });

  test.each([
    ["comments", jpegSegment(0xfe, [])],
    ["application data", jpegSegment(0xe2, [])],
    ["quantization tables", jpegSegment(0xdb, new Uint8Array(65).fill(1))],
    ["Huffman tables", jpegSegment(0xc4, new Uint8Array(17))],
    ["restart intervals", jpegSegment(0xdd, [0, 0])],
  ])("refuses thousands of %s", (_, segment) => {
    const before = new Array<Uint8Array>(5000).fill(segment);
    expect(errorOf(handMadeJpeg({ ...small, before }))?.message).toMatch(/at most 1000 segments/);
  });
});
