/** One segment of a JPEG: what its marker says it is, its payload, and the length that it claims. */
export type JpegSegment = { marker: number; payload: Uint8Array; claimed: number };

/** A JPEG in parts: the segments up to the first scan's header, and everything from the first scan's data on. */
export type JpegParts = { segments: JpegSegment[]; scans: Uint8Array };

const startOfScan = 0xda;

/** Takes a well-formed JPEG apart. */
export function splitJpeg(jpeg: Uint8Array): JpegParts {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const segments: JpegSegment[] = [];
  let at = 2;
  while (segments.at(-1)?.marker !== startOfScan) {
    const claimed = view.getUint16(at + 2);
    segments.push({
      marker: view.getUint8(at + 1),
      payload: jpeg.subarray(at + 4, at + 2 + claimed),
      claimed,
    });
    at += 2 + claimed;
  }
  return { segments, scans: jpeg.subarray(at) };
}

/** Puts parts together again, whatever became of them. */
export function joinJpeg({ segments, scans }: JpegParts): Uint8Array<ArrayBuffer> {
  const parts = segments.flatMap(({ marker, payload, claimed }) => [
    Uint8Array.of(0xff, marker, (claimed >> 8) & 0xff, claimed & 0xff),
    payload,
  ]);
  return Uint8Array.from(Buffer.concat([Uint8Array.of(0xff, 0xd8), ...parts, scans]));
}
