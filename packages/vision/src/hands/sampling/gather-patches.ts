/** Bytes of a patch: 3 × 3 pixels of three colors, and five zeros. */
export const patchBytes = 32;

/**
 * Lays out what a convolution of 3 × 3 pixels sees in steps of two, [side / 2, side / 2, 32]: a convolution of one pixel on these, which is a product
 * of matrices, is the same and takes a third of the time. Right of the picture and below it are zeros, as TensorFlow's
 * padding "SAME" has them.
 *
 * @param pixels interleaved bytes [side, side, 3]
 */
export function gatherPatches(pixels: Uint8Array, side: number, out: Uint8Array): void {
  const rowBytes = 3 * side;
  out.fill(0);
  let to = 0;
  for (let row = 0; row < side; row += 2) {
    for (let column = 0; column < side; column += 2) {
      const length = Math.min(9, rowBytes - 3 * column);
      for (let line = 0; line < Math.min(3, side - row); line++) {
        const at = (row + line) * rowBytes + 3 * column;
        out.set(pixels.subarray(at, at + length), to + 9 * line);
      }
      to += patchBytes;
    }
  }
}
