import { describe, expect, test } from "bun:test";
import sharp from "sharp";
import { readJpegHeader } from "../pictures/jpeg-header.ts";
import { splitJpeg } from "../pictures/jpeg-segments.ts";
import { exifSegment, handMadeJpeg, joined, jpegSegment } from "../testing/hand-made-jpeg.ts";
import { withoutMetadata } from "./without-metadata.ts";

const text = (characters: string) => new TextEncoder().encode(characters);
const codesOf = (jpeg: Uint8Array) => splitJpeg(jpeg).map(({ code }) => code);

function bare(jpeg: Uint8Array): Uint8Array {
  const segments = splitJpeg(jpeg);
  return withoutMetadata(jpeg, { segments, orientation: readJpegHeader(segments).orientation });
}

describe("withoutMetadata", () => {
  test("leaves JFIF, Adobe's and what is needed for the pixels", () => {
    const before = Array.from({ length: 16 }, (_, index) => jpegSegment(0xe0 + index, text("made up")));
    const jpeg = handMadeJpeg({
      width: 8,
      height: 8,
      before: [...before, jpegSegment(0xfe, text("made up"))],
    });
    expect(codesOf(bare(jpeg))).toEqual([0xe0, 0xee, 0xdb, 0xc0, 0xc4, 0xc4, 0xda]);
  });

  test("cuts off what is behind the end", () => {
    const jpeg = handMadeJpeg({ width: 8, height: 8 });
    expect(bare(joined(jpeg, jpeg))).toEqual(Buffer.from(jpeg));
  });

  test("says each orientation in EXIF of its own, as a library reads it", async () => {
    for (let orientation = 2; orientation <= 8; orientation++) {
      const before = [jpegSegment(0xfe, []), exifSegment(orientation)];
      const jpeg = bare(handMadeJpeg({ width: 16, height: 8, before }));
      expect(codesOf(jpeg).filter((code) => code === 0xe1 || code === 0xfe)).toEqual([0xe1]);
      expect(await sharp(jpeg).metadata()).toMatchObject({ orientation, width: 16, height: 8 });
    }
  });
});
