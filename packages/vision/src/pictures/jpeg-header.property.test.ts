import { beforeAll, describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import fc from "fast-check";
import sharp from "sharp";
import { exifSegment, handMadeJpeg, joined, jpegSegment } from "../testing/hand-made-jpeg.ts";
import { readJpegHeader } from "./jpeg-header.ts";
import { splitJpeg } from "./jpeg-segments.ts";

const cases = 20_000;
const seed = 20_261_123;

/** What a stranger may do to a picture: places and lengths are shares of what there is. */
type Edit = {
  kind: "overwrite" | "cut" | "repeat" | "insert";
  at: number;
  length: number;
  bytes: Uint8Array;
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const marker = fc.nat(255).map((code) => Uint8Array.of(0xff, code));
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("overwrite", "cut", "repeat", "insert"),
  at: share,
  length: share.map((part) => part ** 4),
  bytes: fc.oneof(marker, fc.uint8Array({ minLength: 1, maxLength: 4 })),
});

function edited(jpeg: Uint8Array, { kind, at, length, bytes }: Edit): Uint8Array {
  const start = Math.floor(at * jpeg.length);
  const end = start + Math.ceil(length * (jpeg.length - start));
  const rest = jpeg.subarray(kind === "overwrite" ? start + bytes.length : start);
  switch (kind) {
    case "overwrite":
    case "insert":
      return joined(jpeg.subarray(0, start), bytes, rest);
    case "cut":
      return joined(jpeg.subarray(0, start), jpeg.subarray(end));
    case "repeat":
      return joined(jpeg.subarray(0, end), jpeg.subarray(start, end), rest);
  }
}

/** The same bytes, which count how often one of them is looked at. */
function counted(bytes: Uint8Array): { bytes: Uint8Array; visits: () => number } {
  let visits = 0;
  const get = (_: Uint8Array, key: string | symbol) => {
    const value = Reflect.get(bytes, key, bytes);
    if (typeof value === "function") return value.bind(bytes);
    if (key !== "length") visits += 1;
    return value;
  };
  return { bytes: new Proxy(bytes, { get }), visits: () => visits };
}

/** Reads what may be a header, lets a refusal pass, and answers how many bytes were looked at. */
function visitsOf(jpeg: Uint8Array): number {
  const { bytes, visits } = counted(jpeg);
  try {
    readJpegHeader(splitJpeg(bytes));
  } catch (error) {
    if (!SignifyError.isInstance(error)) throw error;
    expect(error.code).toBe("bad-picture");
  }
  return visits();
}

const pictures: Uint8Array[] = [];

beforeAll(async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const picture = sharp({ create: { width: 24, height: 16, channels: 3, background: "gray", noise } });
  const photographed = picture.clone().withMetadata({ orientation: 6, icc: "srgb" });
  for (const made of [
    picture.clone().jpeg({ quality: 40 }),
    picture.clone().jpeg({ progressive: true }),
    picture.clone().toColorspace("cmyk").jpeg(),
    photographed.jpeg({ chromaSubsampling: "4:4:4" }),
  ]) {
    pictures.push(await made.toBuffer());
  }
  const thumbnail = jpegSegment(0xe1, handMadeJpeg({ width: 8, height: 8 }));
  pictures.push(handMadeJpeg({ width: 640, height: 480, before: [exifSegment(6), thumbnail] }));
  pictures.push(handMadeJpeg({ width: 9, height: 9, frame: 0xc2, before: [exifSegment(3, true)] }));
});

describe(`reading the header of what strangers make of a picture (${cases} cases)`, () => {
  test("answers or refuses it, and looks at no byte more than twice", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.array(edit, { minLength: 1, maxLength: 6 }), (index, edits) => {
        const jpeg = edits.reduce(edited, pictures[index] ?? new Uint8Array(0));
        expect(visitsOf(jpeg)).toBeLessThanOrEqual(2 * jpeg.length + 4);
      }),
      { numRuns: cases, seed },
    );
  });

  test.each<[string, Uint8Array]>([
    ["fill bytes", Uint8Array.of(0xff)],
    ["bytes FF in the data", Uint8Array.of(0xff, 0)],
    ["restarts", Uint8Array.of(0xff, 0xd0)],
    ["scans without data", jpegSegment(0xda, [1, 1, 0, 0, 63, 0])],
    ["comments", jpegSegment(0xfe, [])],
  ])("looks at no byte of a hundred thousand %s more than twice", (_, part) => {
    const data = joined(Uint8Array.of(1), ...new Array<Uint8Array>(100_000).fill(part));
    const jpeg = handMadeJpeg({ width: 8, height: 8, scans: [{ components: [0], data }] });
    expect(visitsOf(jpeg)).toBeLessThanOrEqual(2 * jpeg.length + 4);
  });
});
