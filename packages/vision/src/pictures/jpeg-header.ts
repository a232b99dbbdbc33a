import { type ExifOrientation, readExifOrientation } from "./exif-orientation.ts";
import { isFrame, type JpegFrame, readJpegFrame } from "./jpeg-frame.ts";
import { damagedJpeg, type JpegSegment, jpegMarkers } from "./jpeg-segments.ts";

/** What a JPEG says about itself before the first pixel is decoded. */
export type JpegHeader = JpegFrame & {
  /** How the stored picture must be turned to be upright. */
  orientation: ExifOrientation;
  /** Parts in which the pixels are stored: one, or some ten in a progressive picture. */
  scans: number;
  /** Times that a decoder goes over one component of all pixels: the components of each scan, added up. */
  passes: number;
};

/**
 * Reads all that can be known of a JPEG without decoding it: whether it may be decoded is decided from this.
 * @param segments of the whole picture
 * @throws SignifyError "bad-picture" when they do not describe a picture
 */
export function readJpegHeader(segments: readonly JpegSegment[]): JpegHeader {
  let frame: JpegFrame | undefined;
  let orientation: ExifOrientation = 1;
  let scans = 0;
  let passes = 0;
  for (const segment of segments) {
    if (isFrame(segment)) {
      if (frame !== undefined) throw damagedJpeg("one size only");
      frame = readJpegFrame(segment);
    } else if (segment.code === jpegMarkers.startOfScan) {
      if (frame === undefined) throw damagedJpeg("its size in front of its pixels");
      scans += 1;
      passes += componentsOfScan(segment, frame);
    } else if (segment.code === jpegMarkers.applicationData1 && scans === 0) {
      orientation = readExifOrientation(segment.content) ?? orientation;
    }
  }
  if (frame === undefined || scans === 0) throw damagedJpeg("pixels after its header");
  return { ...frame, orientation, scans, passes };
}

function componentsOfScan({ content }: JpegSegment, { components }: JpegFrame): number {
  const count = content[0] ?? 0;
  if (count === 0 || count > components || content.length !== 4 + 2 * count) {
    throw damagedJpeg("scans of its own components");
  }
  return count;
}
