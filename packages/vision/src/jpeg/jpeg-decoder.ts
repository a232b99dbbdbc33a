import { type RecognitionMode, SignifyError } from "@signify/core";
import sharp from "sharp";
import { type JpegHeader, readJpegHeader } from "../pictures/jpeg-header.ts";
import { splitJpeg } from "../pictures/jpeg-segments.ts";
import { requireAffordable } from "../pictures/require-affordable.ts";
import type { RgbaImage } from "../pictures/rgba-image.ts";
import { loadTurboJpeg, type TurboJpeg } from "./load-turbo-jpeg.ts";
import { withoutMetadata } from "./without-metadata.ts";

/** Limits of {@link createJpegDecoder}. */
export type JpegDecoderOptions = {
  /** Largest width and height of a still as stored, in pixels. Larger ones are refused before they are decoded. */
  maxPictureSide?: number;
  /** The same for a live frame, whose sender sends the next one at once. */
  maxLivePictureSide?: number;
  /** Larger pictures are decoded at reduced scale, so that the longer side is at most this many pixels. */
  maxDecodedSide?: number;
  /** Gives room for so many bytes, where a picture is decoded to: `Sampler.room`. What it gave before may be overwritten. */
  room?: (bytes: number) => Uint8Array;
};

/** JPEG → RGBA, for one picture at a time. */
export type JpegDecoder = {
  /**
   * Decodes a JPEG upright, as 8-bit RGB, taken for sRGB whatever its color profile says. A still, which takes some four
   * times as long, is without the small color error of the fast path. The result's `data` is overwritten by the next
   * call: a decoder belongs to one worker, which is done with a picture before it takes the next one.
   *
   * @param options.mode what the picture is; a live frame where none is given
   * @throws SignifyError "bad-picture" when the bytes are no whole JPEG or one of an unusual kind, "picture-too-large"
   * when it would take too long
   */
  decode(jpeg: Uint8Array, options?: { mode?: RecognitionMode }): Promise<RgbaImage> | RgbaImage;
};

/**
 * Makes a decoder with two paths: libjpeg-turbo straight into a buffer that is used again, for what cameras send; and
 * sharp, which is about four times slower, for all else that is a picture: gray, CMYK, progressive, turned by EXIF, or
 * too large. What it may cost is decided before either sees a byte, and what it sees is bare of metadata.
 *
 * libjpeg-turbo's wrapper always takes the fast inverse DCT, whose results are about 1/255 too dark in red and blue.
 * The palm network notices: landmarks differ by 0.002 of the picture (median) from those of an exactly decoded one.
 * For a camera that does not matter, because the next frame differs by more; a still is decoded exactly.
 */
export function createJpegDecoder({
  maxPictureSide = 4096,
  maxLivePictureSide = 1920,
  maxDecodedSide = 1280,
  room,
}: JpegDecoderOptions = {}): JpegDecoder {
  const turbo = loadTurboJpeg();
  const roomForPlain = room ?? roomOfItsOwn();
  sharp.cache(false);
  sharp.concurrency(1);

  const decodePlain = (
    { decompressSync, FORMAT_RGBA }: TurboJpeg,
    jpeg: Buffer,
    { width, height }: JpegHeader,
  ): RgbaImage | undefined => {
    const data = roomForPlain(4 * width * height);
    const out = Buffer.from(data.buffer, data.byteOffset, data.length);
    try {
      const decoded = decompressSync(jpeg, out, { format: FORMAT_RGBA });
      if (decoded.width !== width || decoded.height !== height) return undefined;
      return { data, width, height };
    } catch {
      // libjpeg-turbo's wrapper gives up at the slightest oddity. Whether it is a picture is for sharp to say.
      return undefined;
    }
  };

  const decodeAny = async (jpeg: Buffer): Promise<RgbaImage> => {
    try {
      const { data, info } = await sharp(jpeg, { failOn: "warning", limitInputPixels: maxPictureSide ** 2 })
        .autoOrient()
        .resize({ width: maxDecodedSide, height: maxDecodedSide, fit: "inside", withoutEnlargement: true })
        .toColorspace("srgb")
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const picture = room?.(data.length);
      picture?.set(data);
      return { data: picture ?? plainBytes(data), width: info.width, height: info.height };
    } catch (cause) {
      throw new SignifyError(
        "bad-picture",
        "The JPEG picture is damaged or cut short: expected a whole one.",
        { cause },
      );
    }
  };

  return {
    decode(bytes, { mode = "live" } = {}) {
      const segments = splitJpeg(bytes);
      const header = readJpegHeader(segments);
      requireAffordable(header, { mode, maxSide: mode === "live" ? maxLivePictureSide : maxPictureSide });
      const jpeg = withoutMetadata(bytes, { segments, orientation: header.orientation });
      const plain = turbo !== undefined && mode === "live" && isPlain(header, maxDecodedSide);
      return (plain && decodePlain(turbo, jpeg, header)) || decodeAny(jpeg);
    },
  };
}

/** Whether libjpeg-turbo alone gives the right picture. */
function isPlain(header: JpegHeader, maxDecodedSide: number): boolean {
  return (
    header.process === "baseline" &&
    header.components === 3 &&
    header.orientation === 1 &&
    Math.max(header.width, header.height) <= maxDecodedSide
  );
}

/** The bytes of a buffer, not copied, as an array whose `slice` copies: a `Buffer`'s does not. */
function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** A buffer that grows with the pictures. */
function roomOfItsOwn(): (bytes: number) => Uint8Array {
  let buffer = new Uint8Array(0);
  return (bytes) => {
    if (buffer.length < bytes) buffer = new Uint8Array(bytes);
    return buffer.subarray(0, bytes);
  };
}
