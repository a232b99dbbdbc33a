import { palmAnchorCount, palmInputSide } from "../../networks/hand-models.ts";

/** The grids of the network: distance between cells in pixels of the input, and anchors in each cell. */
const grids = [
  { stride: 8, anchorsPerCell: 2 },
  { stride: 16, anchorsPerCell: 6 },
] as const;

/**
 * Centers of the palm network's anchors, [2016, 2] as x, y in 0..1 of the input; all anchors have the same fixed size.
 *
 * Source: MediaPipe's `ssd_anchors_calculator` with the options of `palm_detection_cpu.pbtxt`.
 */
export function createPalmAnchors(): Float32Array {
  const anchors = new Float32Array(2 * palmAnchorCount);
  let index = 0;
  for (const { stride, anchorsPerCell } of grids) {
    const cells = palmInputSide / stride;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let anchor = 0; anchor < anchorsPerCell; anchor++) {
          anchors[index++] = (column + 0.5) / cells;
          anchors[index++] = (row + 0.5) / cells;
        }
      }
    }
  }
  return anchors;
}
