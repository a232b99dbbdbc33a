import type { Region } from "@signify/core";
import { landmark } from "./landmark.ts";
import { orientedSquare, rotationTowards } from "./region-geometry.ts";

/** Wrist, thumb up to its knuckle, and the two lower joints of each finger: what stays put while fingers move. */
const steadyLandmarks = [0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18] as const;

const scale = 2;
const shift = -0.1;

/**
 * The region in which to look for the same hand in the next frame.
 *
 * Source: MediaPipe's `hand_landmarks_to_rect_calculator` and `hand_landmark_landmarks_to_roi.pbtxt` (long side × 2,
 * shift −0.1).
 *
 * @param landmarks [21, 3] in picture heights
 */
export function regionFromLandmarks(landmarks: Float32Array): Region {
  const x = (index: number) => landmarks[3 * index] ?? 0;
  const y = (index: number) => landmarks[3 * index + 1] ?? 0;
  const { wrist, indexBase, middleBase, ringBase } = landmark;
  const knucklesX = ((x(indexBase) + x(ringBase)) / 2 + x(middleBase)) / 2;
  const knucklesY = ((y(indexBase) + y(ringBase)) / 2 + y(middleBase)) / 2;
  const rotation = rotationTowards(knucklesX - x(wrist), knucklesY - y(wrist), Math.PI / 2);
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);

  // The box along the hand. Where it is turned about does not matter, so it is turned about the picture's corner.
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const index of steadyLandmarks) {
    const along = x(index) * cos + y(index) * sin;
    const across = y(index) * cos - x(index) * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const along = (left + right) / 2;
  const across = (top + bottom) / 2;
  const center = { x: along * cos - across * sin, y: along * sin + across * cos };
  return orientedSquare(center, right - left, bottom - top, rotation, scale, shift);
}
