import { SignifyError } from "@signify/core";

/** One part of a JPEG: a marker, what belongs to it, and for a scan the entropy-coded data behind that. */
export type JpegSegment = {
  /** The marker's second byte; its first is FF. */
  code: number;
  /** What the marker is followed by, without the length in front of it. */
  content: Uint8Array;
  /** Where the marker begins, in bytes from the picture's start. */
  start: number;
  /** Where the part is over: behind its content, or behind a scan's data. */
  end: number;
};

/** The markers' second bytes that are known by name here. */
export const jpegMarkers = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  applicationData0: 0xe0,
  applicationData1: 0xe1,
  applicationData14: 0xee,
  comment: 0xfe,
} as const;

/** A phone's picture has some tens. Decoders do something about each. */
const maxSegments = 1000;

/**
 * Takes a JPEG apart into its segments, from behind its start to in front of its end; what follows the end is not
 * looked at. No byte is visited more than twice. No scan that a decoder would see is missing from the answer: a marker is
 * looked for wherever a decoder looks for one, and what decoders step over in ways of their own is refused.
 *
 * Source: ITU-T T.81, annex B.
 *
 * @param bytes any bytes; only looked at
 * @throws SignifyError "bad-picture" when they are no whole JPEG, or one that is coded in a way that cameras do not use
 */
export function splitJpeg(bytes: Uint8Array): JpegSegment[] {
  if (bytes[0] !== 0xff || bytes[1] !== jpegMarkers.startOfImage) {
    throw new SignifyError("bad-picture", "Expected a JPEG picture, which begins with the bytes FF D8.");
  }
  const segments: JpegSegment[] = [];
  let start = 2;
  for (;;) {
    const marker = readMarker(bytes, start);
    if (marker.code === jpegMarkers.endOfImage) return segments;
    requireKnown(marker.code);
    if (segments.length === maxSegments) {
      throw new SignifyError("bad-picture", `Expected a JPEG picture of at most ${maxSegments} segments.`);
    }
    const content = readContent(bytes, marker.end);
    const contentEnd = marker.end + 2 + content.length;
    const end = marker.code === jpegMarkers.startOfScan ? endOfScan(bytes, contentEnd) : contentEnd;
    segments.push({ code: marker.code, content, start, end });
    start = end;
  }
}

/** The error for a picture that breaks the format. */
export function damagedJpeg(expected: string): SignifyError {
  return new SignifyError("bad-picture", `The JPEG picture is damaged or cut short: expected ${expected}.`);
}

function readMarker(bytes: Uint8Array, start: number): { code: number; end: number } {
  if (start >= bytes.length) throw damagedJpeg("a whole one");
  if (bytes[start] !== 0xff) throw damagedJpeg("a marker after each of its parts");
  let position = start + 1;
  while (bytes[position] === 0xff) position++;
  const code = bytes[position];
  if (code === undefined) throw damagedJpeg("a whole one");
  return { code, end: position + 1 };
}

function readContent(bytes: Uint8Array, position: number): Uint8Array {
  const length = ((bytes[position] ?? 0) << 8) | (bytes[position + 1] ?? 0);
  if (length < 2 || position + length > bytes.length) throw damagedJpeg("a whole one");
  return bytes.subarray(position + 2, position + length);
}

/** Data ends at the first marker other than a restart; FF 00 stands for a byte FF, and FF may fill in front of a marker. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let position = start; position < bytes.length; position++) {
    if (bytes[position] !== 0xff) continue;
    const marker = position;
    while (bytes[position] === 0xff) position++;
    const code = bytes[position];
    if (code !== undefined && code !== 0 && !isRestart(code)) return marker;
  }
  throw damagedJpeg("a whole one");
}

/**
 * A decoder that looks for a restart goes on behind a marker that it does not know, into what would be its content here,
 * and might find scans there: so there is no passing over one.
 */
function requireKnown(code: number): void {
  if (isOtherCoding(code)) {
    throw new SignifyError(
      "bad-picture",
      "Expected a baseline or progressive JPEG picture, coded by Huffman: neither arithmetic, lossless nor hierarchical.",
    );
  }
  const { startOfScan, comment } = jpegMarkers;
  const isFrameOrHuffmanTable = code >= 0xc0 && code <= 0xc4;
  const isScanOrItsTables = code >= startOfScan && code <= 0xdd;
  if (!isFrameOrHuffmanTable && !isScanOrItsTables && !isApplicationData(code) && code !== comment) {
    throw damagedJpeg("no markers but those of a picture");
  }
}

/** APP0 … APP15. */
export function isApplicationData(code: number): boolean {
  return code >= jpegMarkers.applicationData0 && code <= 0xef;
}

/** SOF3 and all behind it, among them the conditions of arithmetic coding; DHP and EXP of hierarchical pictures. */
function isOtherCoding(code: number): boolean {
  const isHuffmanTable = code === 0xc4;
  return (code >= 0xc3 && code <= 0xcf && !isHuffmanTable) || code === 0xde || code === 0xdf;
}

function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7;
}
