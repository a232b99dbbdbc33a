import type { Region } from "@signify/core";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { withBlackFrame } from "./black-frame.ts";
import {
  byteMask,
  coordinateBits,
  coordinateOne,
  fractionBits,
  fractionMask,
  redBlueMask,
  unitOfByte,
  weightHalf,
  weightOne,
  weightShift,
  wordMask,
} from "./fixed-point.ts";
import { readAhead } from "./read-ahead.ts";
import { walkRegion } from "./region-walk.ts";
import type { NetworkInput, SampleOptions } from "./sampler.ts";

const byteOfByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/**
 * Samples a region of a picture into a network's input, bilinear: pixel (column, row) of the input lies at
 * (column / side, row / side) of the region, without an offset of half a pixel.
 *
 * Positions are rounded to 1/32 pixel and results to whole 1/255, because MediaPipe's CPU path does so (OpenCV's
 * `warpPerspective` on bytes, in `image_to_tensor_converter_opencv.cc`), and the palm network is sensitive to it: with
 * exact values the landmarks of small pictures differ from MediaPipe's by 0.0017 of the picture on average, rounded
 * like this by 0.00002. It also is what makes fixed point fast here.
 *
 * This is the definition; `assembly/sample-region.ts` computes the same numbers faster.
 *
 * @param out 3 · side² numbers of the form that the options name, overwritten
 */
export function sampleRegion(
  image: RgbaImage,
  region: Region,
  { side, border, form }: SampleOptions,
  out: NetworkInput,
): void {
  const { data, width, height } = border === "zero" ? withBlackFrame(image) : image;
  // Signed, because numbers from 2^31 up would be floats.
  const pixels = new Int32Array(data.buffer, data.byteOffset, width * height);
  const { cornerX, cornerY, columnX, columnY, rowX, rowY, top, bottom } = walkRegion(
    region,
    image.height,
    side,
  );
  const frame = border === "zero" ? coordinateOne : 0;
  const lastX = (width - 1) * coordinateOne;
  const lastY = (height - 1) * coordinateOne;
  const [step, plane] = form === "interleaved-floats" ? [3, 1] : [1, side * side];
  const values = form === "planar-bytes" ? byteOfByte : unitOfByte;
  readAhead(pixels, top * width, bottom * width);

  for (let row = 0; row < side; row++) {
    let x = Math.round(cornerX + row * rowX) + frame;
    let y = Math.round(cornerY + row * rowY) + frame;
    const end = (row + 1) * side * step;
    for (let index = row * side * step; index < end; index += step) {
      // Outside the picture is what is seen at the nearest place in it.
      const nearX = Math.max(0, Math.min(lastX, x));
      const nearY = Math.max(0, Math.min(lastY, y));
      const right = (nearX >> fractionBits) & fractionMask;
      const below = (nearY >> fractionBits) & fractionMask;
      const left = weightOne - right;
      const above = weightOne - below;

      const at = (nearY >> coordinateBits) * width + (nearX >> coordinateBits);
      const topLeft = pixels[at] ?? 0;
      const topRight = pixels[at + 1] ?? 0;
      const bottomLeft = pixels[at + width] ?? 0;
      const bottomRight = pixels[at + width + 1] ?? 0;

      // Red and blue take one multiplication: a weighted byte needs 13 of the 16 bits between them.
      const upper = (topLeft & redBlueMask) * left + (topRight & redBlueMask) * right;
      const lower = (bottomLeft & redBlueMask) * left + (bottomRight & redBlueMask) * right;
      const upperGreen = ((topLeft >> 8) & byteMask) * left + ((topRight >> 8) & byteMask) * right;
      const lowerGreen = ((bottomLeft >> 8) & byteMask) * left + ((bottomRight >> 8) & byteMask) * right;

      const red = (upper & wordMask) * above + (lower & wordMask) * below;
      const green = upperGreen * above + lowerGreen * below;
      const blue = (upper >> 16) * above + (lower >> 16) * below;
      out[index] = values[(red + weightHalf) >> weightShift] ?? 0;
      out[index + plane] = values[(green + weightHalf) >> weightShift] ?? 0;
      out[index + 2 * plane] = values[(blue + weightHalf) >> weightShift] ?? 0;
      x += columnX;
      y += columnY;
    }
  }
}
