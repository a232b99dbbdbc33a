import { columnsWithin, intersectSpans } from "./column-spans.ts";
import {
  coordinateBits,
  coordinateOne,
  fractionBits,
  fractionMask,
  halfFraction,
  unitOfByte,
  weightBits,
  weightHalf,
  weightOne,
  weightShift,
} from "./fixed-point.ts";
import { type Border, sampleEdge } from "./sample-edge.ts";
import type { Region, RgbImage } from "./types.ts";

/**
 * Samples a region of a picture into a network's input: planar RGB, [3, side, side], 0..1, bilinear; pixel (column,
 * row) of the input lies at (column / side, row / side) of the region, without an offset of half a pixel.
 *
 * Positions are rounded to 1/32 pixel and results to whole 1/255, because MediaPipe's CPU path does so (OpenCV's
 * `warpPerspective` on bytes, in `image_to_tensor_converter_opencv.cc`), and the palm network is sensitive to it: with
 * exact values the landmarks of small pictures differ from MediaPipe's by 0.0017 of the picture on average, rounded
 * like this by 0.00002. It also is what makes fixed point fast here.
 *
 * Holds while the region stays within 32,767 pixels of the picture's corner.
 *
 * @param out [3, side, side], overwritten
 */
export function sampleRegion(
  image: RgbImage,
  region: Region,
  side: number,
  border: Border,
  out: Float32Array,
): void {
  const { data, width, height } = image;
  const pixel = (region.size * height * coordinateOne) / side;
  const columnX = Math.round(Math.cos(region.rotation) * pixel);
  const columnY = Math.round(Math.sin(region.rotation) * pixel);
  const rowX = -Math.sin(region.rotation) * pixel;
  const rowY = Math.cos(region.rotation) * pixel;
  const cornerX = region.centerX * height * coordinateOne - (side / 2) * (columnX + rowX) + halfFraction;
  const cornerY = region.centerY * height * coordinateOne - (side / 2) * (columnY + rowY) + halfFraction;
  const plane = side * side;
  const stride = 3 * width;

  for (let row = 0; row < side; row++) {
    const startX = Math.round(cornerX + row * rowX);
    const startY = Math.round(cornerY + row * rowY);
    // Columns whose four neighbours all lie in the picture need no checks.
    const [insideStart, insideEnd] = intersectSpans(
      columnsWithin(startX, columnX, 0, (width - 1) * coordinateOne, side),
      columnsWithin(startY, columnY, 0, (height - 1) * coordinateOne, side),
    );
    const rowStart = row * side;
    if (insideStart > 0 || insideEnd < side) {
      const line = { startX, startY, columnX, columnY, rowStart, side };
      sampleEdge(image, line, 0, insideStart, border, out);
      sampleEdge(image, line, insideEnd, side, border, out);
    }
    let x = startX + insideStart * columnX;
    let y = startY + insideStart * columnY;
    const end = rowStart + insideEnd;
    for (let index = rowStart + insideStart; index < end; index++) {
      const right = (x >> fractionBits) & fractionMask;
      const below = (y >> fractionBits) & fractionMask;
      const at = (y >> coordinateBits) * stride + (x >> coordinateBits) * 3;
      const under = at + stride;
      const both = right * below;
      const onlyRight = (right << weightBits) - both;
      const onlyBelow = (below << weightBits) - both;
      const neither = weightOne - (right << weightBits) - onlyBelow;
      out[index] =
        unitOfByte[
          ((data[at] ?? 0) * neither +
            (data[at + 3] ?? 0) * onlyRight +
            (data[under] ?? 0) * onlyBelow +
            (data[under + 3] ?? 0) * both +
            weightHalf) >>
            weightShift
        ] ?? 0;
      out[index + plane] =
        unitOfByte[
          ((data[at + 1] ?? 0) * neither +
            (data[at + 4] ?? 0) * onlyRight +
            (data[under + 1] ?? 0) * onlyBelow +
            (data[under + 4] ?? 0) * both +
            weightHalf) >>
            weightShift
        ] ?? 0;
      out[index + 2 * plane] =
        unitOfByte[
          ((data[at + 2] ?? 0) * neither +
            (data[at + 5] ?? 0) * onlyRight +
            (data[under + 2] ?? 0) * onlyBelow +
            (data[under + 5] ?? 0) * both +
            weightHalf) >>
            weightShift
        ] ?? 0;
      x += columnX;
      y += columnY;
    }
  }
}
