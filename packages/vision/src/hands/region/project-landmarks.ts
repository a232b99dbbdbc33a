import { landmarkCount, type Region } from "@signify/core";
import { handInputSide } from "../../networks/hand-models.ts";

/** The network gives z in units in which it is 0.4 of x. */
const depthScale = 0.4;

/**
 * Landmarks from the hand network's input back to the picture.
 *
 * Source: MediaPipe's `hand_landmarks_detector_graph.cc` (normalize_z 0.4) and `landmark_projection_calculator`.
 *
 * @param landmarks [21, 3] in pixels of the network's input
 * @param region the region that the input was sampled from
 * @returns [21, 3] in picture heights, a new array
 */
export function projectLandmarks(landmarks: Float32Array, region: Region): Float32Array {
  const cos = Math.cos(region.rotation);
  const sin = Math.sin(region.rotation);
  const projected = new Float32Array(3 * landmarkCount);
  for (let index = 0; index < projected.length; index += 3) {
    const x = ((landmarks[index] ?? 0) / handInputSide - 0.5) * region.size;
    const y = ((landmarks[index + 1] ?? 0) / handInputSide - 0.5) * region.size;
    projected[index] = region.centerX + x * cos - y * sin;
    projected[index + 1] = region.centerY + x * sin + y * cos;
    projected[index + 2] = ((landmarks[index + 2] ?? 0) / handInputSide / depthScale) * region.size;
  }
  return projected;
}
