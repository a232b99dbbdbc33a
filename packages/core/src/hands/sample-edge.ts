import {
  coordinateBits,
  fractionBits,
  fractionMask,
  unitOfByte,
  weightBits,
  weightHalf,
  weightShift,
} from "./fixed-point.ts";
import type { RgbImage } from "./types.ts";

/** What lies around the picture: black, or the picture's own edge drawn out. */
export type Border = "zero" | "replicate";

/** One row of a network's input in the picture: coordinates in 1/65536 pixel at its first column, and their steps. */
export type SampledLine = {
  startX: number;
  startY: number;
  columnX: number;
  columnY: number;
  /** Index of the row's first value in the first plane of the output. */
  rowStart: number;
  /** Columns and rows of the input. */
  side: number;
};

/**
 * Samples the columns `start` … `end` of a row whose neighbours may lie outside the picture.
 *
 * @param out [3, side, side], 0..1
 */
export function sampleEdge(
  image: RgbImage,
  line: SampledLine,
  start: number,
  end: number,
  border: Border,
  out: Float32Array,
): void {
  const { data, width, height } = image;
  const plane = line.side * line.side;
  const black = border === "zero";
  const full = 1 << weightBits;
  for (let column = start; column < end; column++) {
    const index = line.rowStart + column;
    const x = line.startX + column * line.columnX;
    const y = line.startY + column * line.columnY;
    const left = x >> coordinateBits;
    const top = y >> coordinateBits;
    if (black && (left < -1 || top < -1 || left >= width || top >= height)) {
      out[index] = 0;
      out[index + plane] = 0;
      out[index + 2 * plane] = 0;
      continue;
    }
    const right = (x >> fractionBits) & fractionMask;
    const below = (y >> fractionBits) & fractionMask;
    const leftAt = 3 * clamp(left, width);
    const rightAt = 3 * clamp(left + 1, width);
    const topAt = 3 * width * clamp(top, height);
    const belowAt = 3 * width * clamp(top + 1, height);
    const leftWeight = black && left < 0 ? 0 : full - right;
    const rightWeight = black && left + 1 >= width ? 0 : right;
    const topWeight = black && top < 0 ? 0 : full - below;
    const belowWeight = black && top + 1 >= height ? 0 : below;
    for (let channel = 0; channel < 3; channel++) {
      const upper =
        (data[topAt + leftAt + channel] ?? 0) * leftWeight +
        (data[topAt + rightAt + channel] ?? 0) * rightWeight;
      const lower =
        (data[belowAt + leftAt + channel] ?? 0) * leftWeight +
        (data[belowAt + rightAt + channel] ?? 0) * rightWeight;
      out[index + channel * plane] =
        unitOfByte[(upper * topWeight + lower * belowWeight + weightHalf) >> weightShift] ?? 0;
    }
  }
}

function clamp(position: number, length: number): number {
  return position < 0 ? 0 : position >= length ? length - 1 : position;
}
