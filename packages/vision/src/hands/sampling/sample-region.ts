import type { Region } from "@signify/core";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { withBlackFrame } from "./black-frame.ts";
import {
  byteMask,
  coordinateBits,
  coordinateOne,
  fractionBits,
  fractionMask,
  halfFraction,
  redBlueMask,
  unitOfByte,
  weightHalf,
  weightOne,
  weightShift,
  wordMask,
} from "./fixed-point.ts";
import { readAhead } from "./read-ahead.ts";

/** What lies around the picture: black, or the picture's own edge drawn out. */
export type Border = "zero" | "replicate";

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
  image: RgbaImage,
  region: Region,
  side: number,
  border: Border,
  out: Float32Array,
): void {
  const { data, width, height } = border === "zero" ? withBlackFrame(image) : image;
  // Signed, because numbers from 2^31 up would be floats.
  const pixels = new Int32Array(data.buffer, data.byteOffset, width * height);
  const plane = side * side;
  const pixel = (region.size * image.height * coordinateOne) / side;
  const columnX = Math.round(Math.cos(region.rotation) * pixel);
  const columnY = Math.round(Math.sin(region.rotation) * pixel);
  const rowX = -Math.sin(region.rotation) * pixel;
  const rowY = Math.cos(region.rotation) * pixel;
  const origin = (border === "zero" ? coordinateOne : 0) + halfFraction;
  const cornerX = origin + region.centerX * image.height * coordinateOne - (side / 2) * (columnX + rowX);
  const cornerY = origin + region.centerY * image.height * coordinateOne - (side / 2) * (columnY + rowY);
  const lastX = (width - 1) * coordinateOne;
  const lastY = (height - 1) * coordinateOne;

  const { centerY, size, rotation } = region;
  const reach = (size / 2) * (Math.abs(Math.cos(rotation)) + Math.abs(Math.sin(rotation)));
  const rowAt = (y: number) => Math.round(y * image.height) * width;
  readAhead(pixels, rowAt(centerY - reach), rowAt(centerY + reach));

  for (let row = 0; row < side; row++) {
    let x = Math.round(cornerX + row * rowX);
    let y = Math.round(cornerY + row * rowY);
    const end = (row + 1) * side;
    for (let index = row * side; index < end; index++) {
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
      const top = (topLeft & redBlueMask) * left + (topRight & redBlueMask) * right;
      const bottom = (bottomLeft & redBlueMask) * left + (bottomRight & redBlueMask) * right;
      const topGreen = ((topLeft >> 8) & byteMask) * left + ((topRight >> 8) & byteMask) * right;
      const bottomGreen = ((bottomLeft >> 8) & byteMask) * left + ((bottomRight >> 8) & byteMask) * right;

      const red = (top & wordMask) * above + (bottom & wordMask) * below;
      const green = topGreen * above + bottomGreen * below;
      const blue = (top >> 16) * above + (bottom >> 16) * below;
      out[index] = unitOfByte[(red + weightHalf) >> weightShift] ?? 0;
      out[index + plane] = unitOfByte[(green + weightHalf) >> weightShift] ?? 0;
      out[index + 2 * plane] = unitOfByte[(blue + weightHalf) >> weightShift] ?? 0;
      x += columnX;
      y += columnY;
    }
  }
}
