import { beforeAll, describe, expect, jest, test } from "bun:test";
import { createRequire } from "node:module";
import { type RecognitionMode, SignifyError } from "@signify/core";
import sharp, { type Sharp } from "sharp";
import { splitJpeg } from "../pictures/jpeg-segments.ts";
import type { RgbaImage } from "../pictures/rgba-image.ts";
import { createJpegDecoder } from "./jpeg-decoder.ts";
import { withoutMetadata } from "./without-metadata.ts";

// The loader of libjpeg-turbo's native module takes any test for one of Jest and asks it for the real file system.
Object.assign(jest, { requireActual: createRequire(import.meta.url) });

const decoder = createJpegDecoder();

/** A picture of three parts: red at the top left, green at the top right, blue below. */
function picture(width: number, height: number): Sharp {
  const data = Buffer.alloc(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[3 * (y * width + x) + (y >= height / 2 ? 2 : x >= width / 2 ? 1 : 0)] = 255;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** The color that prevails at a place, given in 0..1 of the picture. */
function colorAt({ data, width, height }: RgbaImage, x: number, y: number): string {
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  return red > green + 60 && red > blue + 60
    ? "red"
    : green > blue
      ? "green"
      : blue > red + 60
        ? "blue"
        : "gray";
}

async function errorOf(jpeg: Uint8Array, mode: RecognitionMode = "live"): Promise<SignifyError | undefined> {
  try {
    await decoder.decode(jpeg, { mode });
    return undefined;
  } catch (error) {
    if (SignifyError.isInstance(error)) return error;
    throw error;
  }
}

/** A JPEG whose header claims another size than it has. */
function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame =
    [0xc0, 0xc2].map((marker) => copy.indexOf(Buffer.from([0xff, marker, 0, 17]))).find((at) => at > 0) ?? 0;
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

let plain: Buffer;
beforeAll(async () => {
  plain = await picture(320, 240).jpeg({ quality: 90 }).toBuffer();
});

describe("createJpegDecoder", () => {
  for (const mode of ["live", "still"] as const) {
    test(`decodes an ordinary picture that is ${mode}`, async () => {
      const image = await decoder.decode(plain, { mode });
      expect([image.width, image.height, image.data.length]).toEqual([320, 240, 4 * 320 * 240]);
      expect(colorAt(image, 0.25, 0.25)).toBe("red");
      expect(colorAt(image, 0.75, 0.25)).toBe("green");
      expect(colorAt(image, 0.5, 0.75)).toBe("blue");
    });
  }

  test("decodes of a still exactly what sharp decodes", async () => {
    const image = await decoder.decode(plain, { mode: "still" });
    expect(Buffer.from(image.data).equals(await sharp(plain).ensureAlpha().raw().toBuffer())).toBe(true);
  });

  test("uses its buffer again", async () => {
    const first = await decoder.decode(plain);
    const second = await decoder.decode(plain);
    expect(second.data.buffer).toBe(first.data.buffer);
    const larger = await decoder.decode(await picture(640, 480).jpeg().toBuffer());
    expect(larger.data.length).toBe(4 * 640 * 480);
  });

  test("gives bytes whose slices are copies", async () => {
    for (const mode of ["live", "still"] as const) {
      const { data } = await decoder.decode(plain, { mode });
      const [first] = data;
      data.slice().fill(1);
      expect(data[0]).toBe(first as number);
    }
  });

  test("takes bytes from the middle of a larger buffer", async () => {
    const padded = new Uint8Array(plain.length + 20).fill(7);
    padded.set(plain, 10);
    const image = await decoder.decode(padded.subarray(10, 10 + plain.length));
    expect(colorAt(image, 0.25, 0.25)).toBe("red");
  });

  test("decodes progressive pictures", async () => {
    const image = await decoder.decode(await picture(320, 240).jpeg({ progressive: true }).toBuffer());
    expect([image.width, image.height, colorAt(image, 0.75, 0.25)]).toEqual([320, 240, "green"]);
  });

  test("makes RGB of gray and CMYK pictures", async () => {
    const gray = await decoder.decode(await picture(64, 64).greyscale().jpeg().toBuffer());
    expect(gray.data.length).toBe(4 * 64 * 64);
    expect(colorAt(gray, 0.5, 0.75)).toBe("gray");
    const cmyk = await picture(64, 64).toColorspace("cmyk").jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).channels).toBe(4);
    const converted = await decoder.decode(cmyk);
    expect(converted.data.length).toBe(4 * 64 * 64);
    expect(colorAt(converted, 0.25, 0.25)).toBe("red");
  });

  test("takes the stored colors for sRGB, whatever a color profile says", async () => {
    const profiled = await picture(64, 64).withIccProfile("p3").jpeg().toBuffer();
    const bare = withoutMetadata(profiled, { segments: splitJpeg(profiled), orientation: 1 });
    const { data } = await decoder.decode(profiled, { mode: "still" });
    expect(Buffer.from(data).equals(await sharp(bare).ensureAlpha().raw().toBuffer())).toBe(true);
    expect(
      Buffer.from(data).equals(await sharp(profiled).toColorspace("srgb").ensureAlpha().raw().toBuffer()),
    ).toBe(false);
  });

  test("turns a picture upright as its EXIF says", async () => {
    const image = await decoder.decode(
      await picture(320, 240).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect([image.width, image.height]).toEqual([240, 320]);
    expect(colorAt(image, 0.75, 0.25)).toBe("red");
    expect(colorAt(image, 0.75, 0.75)).toBe("green");
    expect(colorAt(image, 0.25, 0.5)).toBe("blue");
  });

  test("shrinks a large picture to 1280 on the longer side, whichever that is", async () => {
    const wide = await decoder.decode(await picture(1800, 900).jpeg().toBuffer());
    expect([wide.width, wide.height, wide.data.length]).toEqual([1280, 640, 4 * 1280 * 640]);
    const tall = await decoder.decode(await picture(1500, 3000).jpeg().toBuffer(), { mode: "still" });
    expect([tall.width, tall.height, colorAt(tall, 0.75, 0.25)]).toEqual([640, 1280, "green"]);
  });

  test("refuses a picture that is too large, and one whose pixels no memory would hold", async () => {
    for (const [width, height] of [
      [1, 65_500],
      [60_000, 60_000],
    ] as const) {
      expect((await errorOf(claiming(plain, width, height)))?.code).toBe("picture-too-large");
    }
  });

  test("allows a live frame less than a still", async () => {
    const jpeg = await picture(2000, 100).jpeg().toBuffer();
    expect((await decoder.decode(jpeg, { mode: "still" })).width).toBe(1280);
    const error = await errorOf(jpeg, "live");
    expect(error?.code).toBe("picture-too-large");
    expect(error?.message).toMatch(/a live frame of at most 1920 × 1920 pixels/);
  });

  test("survives a small file that claims to be a large picture", async () => {
    const error = await errorOf(claiming(plain, 4096, 4096), "still");
    expect(error?.code).toBe("bad-picture");
    expect((await errorOf(claiming(plain, 1280, 1280)))?.code).toBe("bad-picture");
  });

  test("refuses a picture that is cut short", async () => {
    const progressive = await picture(320, 240).jpeg({ progressive: true }).toBuffer();
    for (const jpeg of [plain, progressive]) {
      for (const share of [0, 0.1, 0.5, 0.9]) {
        const error = await errorOf(jpeg.subarray(0, Math.floor(jpeg.length * share)));
        expect(error?.code).toBe("bad-picture");
      }
    }
  });

  test("refuses what is no JPEG and says what it expected", async () => {
    const png = await picture(8, 8).png().toBuffer();
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode("hello"), png]) {
      const error = await errorOf(bytes);
      expect(error?.code).toBe("bad-picture");
      expect(error?.message).toMatch(/Expected a JPEG picture/);
    }
  });

  test("refuses a picture of hundreds of scans", async () => {
    const progressive = await picture(64, 64).jpeg({ progressive: true }).toBuffer();
    const lastScan = progressive.lastIndexOf(Buffer.from([0xff, 0xda]));
    const scan = progressive.subarray(lastScan, progressive.length - 2);
    const bomb = Buffer.concat([
      progressive.subarray(0, -2),
      ...new Array(500).fill(scan),
      Buffer.from([0xff, 0xd9]),
    ]);
    expect((await errorOf(bomb))?.message).toMatch(/at most 64 scans/);
  });

  test("answers or refuses a picture with any part overwritten", async () => {
    let state = 7;
    const next = (limit: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % limit;
    };
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(plain);
      for (let change = 0; change < 5; change++) broken[next(broken.length)] = next(256);
      const error = await errorOf(broken);
      expect(error === undefined || error.code === "bad-picture" || error.code === "picture-too-large").toBe(
        true,
      );
    }
    expect((await decoder.decode(plain)).width).toBe(320);
  });
});
