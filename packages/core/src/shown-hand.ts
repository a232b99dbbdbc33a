import { landmarkFrameLength, type ShownHand } from "./frame.ts";

/** Says which slots of a landmark frame [42, 3] hold a hand. */
export function shownHand(landmarks: Float32Array): ShownHand {
  const middle = landmarkFrameLength / 2;
  const left = landmarks.subarray(0, middle).some((coordinate) => coordinate !== 0);
  const right = landmarks.subarray(middle).some((coordinate) => coordinate !== 0);
  if (left && right) return "both";
  if (left) return "left";
  return right ? "right" : "none";
}
