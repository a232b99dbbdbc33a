import type { ExifOrientation } from "../pictures/exif-orientation.ts";
import { isApplicationData, type JpegSegment, jpegMarkers } from "../pictures/jpeg-segments.ts";

const { startOfImage, endOfImage, applicationData0, applicationData1, applicationData14, comment } =
  jpegMarkers;

/**
 * A JPEG without what is not needed for its pixels: of comments and application data, only JFIF and Adobe's, which say
 * what the components mean, and the orientation are left, and nothing behind the end. Libraries parse the rest as soon as
 * they see it: a few kilobytes of EXIF or of a color profile take them seconds, and a gain map's damaged description is
 * printed.
 *
 * @param segments of this picture, all of them
 */
export function withoutMetadata(
  jpeg: Uint8Array,
  { segments, orientation }: { segments: readonly JpegSegment[]; orientation: ExifOrientation },
): Buffer {
  return Buffer.concat([
    Uint8Array.of(0xff, startOfImage),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...segments.filter(isNeeded).map(({ start, end }) => jpeg.subarray(start, end)),
    Uint8Array.of(0xff, endOfImage),
  ]);
}

function isNeeded({ code }: JpegSegment): boolean {
  if (isApplicationData(code)) return code === applicationData0 || code === applicationData14;
  return code !== comment;
}

/** The shortest EXIF that says an orientation: tag 0112, one number of 16 bits. */
function orientationSegment(orientation: ExifOrientation): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation];
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, 0, 0, 0, 0, 0, 0]; // "Exif\0\0"
  return Uint8Array.of(0xff, applicationData1, 0, content.length + 2, ...content);
}
