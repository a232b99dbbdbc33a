import type { HandLandmarkerResult } from "@mediapipe/tasks-vision";
import type { Hand } from "@signify/core";

/** The little of MediaPipe's result that is used. */
export type LandmarkerHands = Pick<HandLandmarkerResult, "landmarks" | "handedness">;

/**
 * MediaPipe's hands in Signify's units: it gives x / width, y / height and z in units of x; here all three are in picture
 * heights. Its label is the signer's hand in an un-mirrored picture, as on the server. Presence is not told: hands that
 * are given have passed the threshold.
 */
export function toHands({ landmarks, handedness }: LandmarkerHands, aspect: number): Hand[] {
  return landmarks.map((points, index) => {
    const [category] = handedness[index] ?? [];
    const score = category?.score ?? 0.5;
    return {
      landmarks: Float32Array.from(points.flatMap(({ x, y, z }) => [x * aspect, y, z * aspect])),
      presence: 1,
      rightProbability: category?.categoryName === "Left" ? 1 - score : score,
    };
  });
}
