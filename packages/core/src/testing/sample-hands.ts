import type { Hand } from "../landmarks/hand.ts";
import { handLength } from "../landmarks/landmark-frame.ts";

/** The landmarks of an open right hand, palm to the camera, fingers up, [21, 3] in picture heights. */
export function openHand(): Float32Array {
  const landmarks = new Float32Array(handLength);
  landmarks.set([0.5, 0.8, 0]);
  for (let finger = 0; finger < 5; finger++) {
    const x = 0.62 - 0.06 * finger;
    const base = finger === 0 ? 0.72 : 0.55;
    for (let joint = 0; joint < 4; joint++) {
      landmarks.set([x, base - 0.07 * joint, -0.01 * joint], 3 * (1 + 4 * finger + joint));
    }
  }
  return landmarks;
}

/** Landmarks turned about the picture's corner, made larger, and moved along both axes. */
export function turned(landmarks: Float32Array, angle: number, factor = 1, shift = 0): Float32Array {
  const result = landmarks.map((value) => value * factor);
  for (let index = 0; index < landmarks.length; index += 3) {
    const x = landmarks[index] ?? 0;
    const y = landmarks[index + 1] ?? 0;
    result[index] = factor * (x * Math.cos(angle) - y * Math.sin(angle)) + shift;
    result[index + 1] = factor * (x * Math.sin(angle) + y * Math.cos(angle)) + shift;
  }
  return result;
}

/** A hand with the landmarks of {@link openHand}. */
export function sampleHand(rightProbability: number, presence = 1): Hand {
  return { landmarks: openHand(), presence, rightProbability };
}
