import { SignifyError } from "@signify/core";
import { type ExifOrientation, readExifOrientation } from "./exif-orientation.ts";

/** What a JPEG says about itself before the first pixel. */
export type JpegHeader = {
  /** Columns as stored, before any rotation that `orientation` asks for. */
  width: number;
  /** Rows as stored. */
  height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  components: number;
  /** Bits of a sample: 8 for all but exotic pictures. */
  precision: number;
  /** "baseline" also stands for the extended sequential process; "other" for lossless, hierarchical or arithmetic. */
  process: "baseline" | "progressive" | "other";
  /** How the stored picture must be turned to be upright. */
  orientation: ExifOrientation;
};

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const applicationData1 = 0xe1;

/**
 * Reads the markers in front of a JPEG's first scan, without decoding anything: whether it may be decoded is decided
 * here.
 *
 * Source: ITU-T T.81, annex B.
 *
 * @param bytes any bytes; only looked at
 * @param maxSide largest width and height allowed, in pixels
 * @throws SignifyError "bad-picture" when the bytes are no JPEG or end too soon, "picture-too-large" when a side is
 * longer than `maxSide`
 */
export function readJpegHeader(bytes: Uint8Array, maxSide: number): JpegHeader {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture, which begins with the bytes FF D8.");
  }
  let frame: Omit<JpegHeader, "orientation"> | undefined;
  let orientation: ExifOrientation = 1;
  let position = 2;
  for (;;) {
    const marker = nextMarker(bytes, position);
    if (marker.code === startOfScan) {
      if (frame === undefined) throw damaged("its size in front of its pixels");
      return { ...frame, orientation };
    }
    if (marker.code === endOfImage || marker.code === startOfImage) throw damaged("pixels after its header");
    position = marker.end;
    if (hasNoSegment(marker.code)) continue;
    const segment = readSegment(bytes, marker.end);
    position += 2 + segment.length;
    if (isStartOfFrame(marker.code)) {
      if (frame !== undefined) throw damaged("one size only");
      frame = readFrame(marker.code, segment, maxSide);
    } else if (marker.code === applicationData1) {
      orientation = readExifOrientation(segment) ?? orientation;
    }
  }
}

function nextMarker(bytes: Uint8Array, start: number): { code: number; end: number } {
  if (bytes[start] !== 0xff) throw damaged("a marker after each part of its header");
  let position = start + 1;
  while (bytes[position] === 0xff) position++;
  const code = bytes[position];
  if (code === undefined || code === 0) throw damaged("a whole header");
  return { code, end: position + 1 };
}

/** The content of a segment, without its length. */
function readSegment(bytes: Uint8Array, position: number): Uint8Array {
  const length = uint16(bytes, position);
  if (length < 2 || position + length > bytes.length) throw damaged("a whole header");
  return bytes.subarray(position + 2, position + length);
}

function readFrame(code: number, segment: Uint8Array, maxSide: number): Omit<JpegHeader, "orientation"> {
  const height = uint16(segment, 1);
  const width = uint16(segment, 3);
  const components = segment[5] ?? 0;
  if (segment.length < 6 + 3 * components || components === 0)
    throw damaged("a whole description of its pixels");
  if (width === 0 || height === 0) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture of at least one pixel.");
  }
  if (width > maxSide || height > maxSide) {
    throw new SignifyError(
      "picture-too-large",
      `Expected a picture of at most ${maxSide} × ${maxSide} pixels: send it smaller.`,
    );
  }
  const process = code === 0xc0 || code === 0xc1 ? "baseline" : code === 0xc2 ? "progressive" : "other";
  return { width, height, components, precision: segment[0] ?? 0, process };
}

/** SOF0 … SOF15; among their numbers are the Huffman tables, a reserved one, and arithmetic coding's conditions. */
function isStartOfFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/** Restart markers and TEM stand alone. */
function hasNoSegment(code: number): boolean {
  return (code >= 0xd0 && code <= 0xd7) || code === 0x01;
}

function uint16(bytes: Uint8Array, position: number): number {
  return ((bytes[position] ?? 0) << 8) | (bytes[position + 1] ?? 0);
}

function damaged(expected: string): SignifyError {
  return new SignifyError("bad-picture", `The JPEG picture is damaged or cut short: expected ${expected}.`);
}
