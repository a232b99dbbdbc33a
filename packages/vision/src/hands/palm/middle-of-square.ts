import type { PalmShape } from "./palm-shape.ts";

/**
 * Copies the middle of a square of planar floats [3, side, side].
 * @param out [3, height, width], overwritten
 */
export function middleOfSquare(square: Float32Array, { width, height }: PalmShape, out: Float32Array): void {
  const side = Math.sqrt(square.length / 3);
  const left = (side - width) / 2;
  const top = (side - height) / 2;
  for (let plane = 0; plane < 3; plane++) {
    for (let row = 0; row < height; row++) {
      const from = (plane * side + top + row) * side + left;
      out.set(square.subarray(from, from + width), (plane * height + row) * width);
    }
  }
}
