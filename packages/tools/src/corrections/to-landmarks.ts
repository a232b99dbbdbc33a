import { landmarkCount, landmarkFrameLength } from "@signify/core";
import type { HandPoints } from "@signify/core/correction";

/** A right hand's points as a landmark frame [42, 3], in the slot of the hand that they are of. */
export function toLandmarks(points: HandPoints, isLeft: boolean): Float32Array {
  const frame = new Float32Array(landmarkFrameLength);
  const first = isLeft ? 0 : landmarkCount * 3;
  for (const [number, [x, y, z]] of points.entries()) frame.set([isLeft ? -x : x, y, z], first + 3 * number);
  return frame;
}
