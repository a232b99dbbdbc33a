import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { type Letter, letterCount, letterIndex } from "../letters/letters.ts";

/** A landmark frame [42, 3] with a made-up hand in one slot; `seed` tells one frame from another. */
export function handLandmarks(seed = 1, hand: "left" | "right" = "right"): Float32Array {
  const landmarks = new Float32Array(landmarkFrameLength);
  const start = hand === "left" ? 0 : landmarkFrameLength / 2;
  for (let index = 0; index < landmarkFrameLength / 2; index++) landmarks[start + index] = seed + index / 64;
  return landmarks;
}

/** A landmark frame [42, 3] without a hand. */
export function noHandLandmarks(): Float32Array {
  return new Float32Array(landmarkFrameLength);
}

/** A distribution [26] that gives `letter` this probability and shares the rest among the others. */
export function distributionOf(letter: Letter, probability = 0.9): Float32Array {
  const distribution = new Float32Array(letterCount).fill((1 - probability) / (letterCount - 1));
  distribution[letterIndex(letter)] = probability;
  return distribution;
}
