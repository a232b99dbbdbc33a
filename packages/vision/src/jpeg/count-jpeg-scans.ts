const startOfScan = Buffer.from([0xff, 0xda]);

/**
 * Counts the scans of a JPEG by their markers; stops at one more than `limit`. Inside entropy-coded data the marker
 * cannot occur; inside a comment or a thumbnail it can, which makes the count too high but never too low.
 */
export function countJpegScans(jpeg: Buffer, limit: number): number {
  let count = 0;
  for (let at = jpeg.indexOf(startOfScan); at >= 0 && count <= limit; at = jpeg.indexOf(startOfScan, at + 2))
    count++;
  return count;
}
