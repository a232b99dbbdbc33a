import { SignifyError } from "@signify/core";
import { damagedJpeg, type JpegSegment } from "./jpeg-segments.ts";

/** What a JPEG's frame header says of its pixels. */
export type JpegFrame = {
  /** Columns as stored, before any rotation that EXIF asks for. */
  width: number;
  /** Rows as stored. */
  height: number;
  /** 1 gray, 3 color, 4 CMYK. */
  components: number;
  /** "baseline" also stands for the extended sequential process. */
  process: "baseline" | "progressive";
};

const fixedLength = 6;
const lengthPerComponent = 3;

/** Whether a segment is a frame header: SOF0 … SOF2, for others are not let in. */
export function isFrame({ code }: JpegSegment): boolean {
  return code >= 0xc0 && code <= 0xc2;
}

/**
 * Reads a frame header.
 * @throws SignifyError "bad-picture" when it is damaged or of a kind that is not decoded
 */
export function readJpegFrame({ code, content }: JpegSegment): JpegFrame {
  const components = content[5] ?? 0;
  if (content.length !== fixedLength + lengthPerComponent * components) {
    throw damagedJpeg("a whole description of its pixels");
  }
  const fields = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const height = fields.getUint16(1);
  const width = fields.getUint16(3);
  if (width === 0 || height === 0) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture of at least one pixel.");
  }
  // Of two, sharp makes three channels: one too few for RGBA.
  if (components !== 1 && components !== 3 && components !== 4) {
    throw new SignifyError(
      "bad-picture",
      "Expected a JPEG picture of 1, 3 or 4 components: gray, color or CMYK.",
    );
  }
  if (fields.getUint8(0) !== 8) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture of 8 bits a sample.");
  }
  return { width, height, components, process: code === 0xc2 ? "progressive" : "baseline" };
}
