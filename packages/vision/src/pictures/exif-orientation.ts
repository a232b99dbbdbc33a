/** EXIF's orientation: 1 upright, 2–8 mirrored or turned. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const signature = [0x45, 0x78, 0x69, 0x66, 0, 0]; // "Exif\0\0"
const orientationTag = 0x0112;
const shortType = 3;
const entryLength = 12;

/**
 * The orientation in a JPEG's APP1 segment.
 *
 * Source: Exif 2.32, 4.5 and 4.6.4.
 *
 * @param segment content of the segment, any bytes
 * @returns undefined when the segment is not EXIF, says nothing about it, or is damaged: decoders ignore it then too
 */
export function readExifOrientation(segment: Uint8Array): ExifOrientation | undefined {
  if (!signature.every((byte, index) => segment[index] === byte)) return undefined;
  const tiff = segment.subarray(signature.length);
  const littleEndian = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (!littleEndian && !(tiff[0] === 0x4d && tiff[1] === 0x4d)) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8 || view.getUint16(2, littleEndian) !== 42) return undefined;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > view.byteLength) return undefined;
  const entries = view.getUint16(directory, littleEndian);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + entryLength * index;
    if (entry + entryLength > view.byteLength) return undefined;
    if (view.getUint16(entry, littleEndian) !== orientationTag) continue;
    if (view.getUint16(entry + 2, littleEndian) !== shortType) return undefined;
    const value = view.getUint16(entry + 8, littleEndian);
    return isOrientation(value) ? value : undefined;
  }
  return undefined;
}

function isOrientation(value: number): value is ExifOrientation {
  return value >= 1 && value <= 8;
}
