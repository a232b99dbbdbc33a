import { type PalmShape, palmSquare } from "./palm-shape.ts";

/** The grids of the network: distance between cells in pixels of the input, and anchors in each cell. */
const grids = [
  { stride: 8, anchorsPerCell: 2 },
  { stride: 16, anchorsPerCell: 6 },
] as const;

/**
 * Centers of the palm network's anchors, [anchors, 2] as x, y in 0..1 of the square around the middle of the input; all anchors have the same
 * fixed size. The square that the network was made for has 2016.
 *
 * Source: MediaPipe's `ssd_anchors_calculator` with the options of `palm_detection_cpu.pbtxt`.
 */
export function createPalmAnchors({ width, height }: PalmShape = palmSquare): Float32Array {
  const side = Math.max(width, height);
  const left = (side - width) / 2;
  const top = (side - height) / 2;
  const anchors: number[] = [];
  for (const { stride, anchorsPerCell } of grids) {
    for (let row = 0; row < height / stride; row++) {
      for (let column = 0; column < width / stride; column++) {
        for (let anchor = 0; anchor < anchorsPerCell; anchor++) {
          anchors.push((left + (column + 0.5) * stride) / side, (top + (row + 0.5) * stride) / side);
        }
      }
    }
  }
  return Float32Array.from(anchors);
}
