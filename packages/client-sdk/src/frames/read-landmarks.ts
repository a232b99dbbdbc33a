import { landmarkFrameLength, SignifyError } from "@signify/core";

/**
 * A copy of a landmark frame, [42, 3] in picture heights: it may wait, and the caller may use its array again.
 * @throws SignifyError "bad-frame" when it is not 126 finite numbers.
 */
export function readLandmarks(landmarks: ArrayLike<number>): Float32Array {
  if (landmarks.length === landmarkFrameLength) {
    const copy = Float32Array.from(landmarks);
    if (copy.every(Number.isFinite)) return copy;
  }
  throw new SignifyError("bad-frame", "Expected landmarks as 126 finite numbers: 42 points of x, y and z.");
}
