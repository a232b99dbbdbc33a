import type { Region } from "@signify/core";
import type { PalmDetection } from "../palm/palm-detection.ts";
import { orientedSquare, rotationTowards } from "./region-geometry.ts";

/**
 * Which way a palm's hand is taken to point. MediaPipe Tasks asks for a target angle of 90 degrees but hands it to a
 * calculator that reads radians, so its regions are turned by 26.6° ("tasks"); the older solution has them upright.
 * The hand network was trained with variation and reads most hands either way, some only one way.
 */
export type PalmAngle = "tasks" | "upright";

const targetAngles: Record<PalmAngle, number> = { tasks: 90, upright: Math.PI / 2 };

/** The region is larger than the palm's box and moved towards the fingers, in units of the box. */
const scale = 2.6;
const shift = -0.5;

/**
 * The region in which the hand network should look for the hand of a palm.
 *
 * Source: MediaPipe's `palm_detection_detection_to_roi.pbtxt` (long side × 2.6, shift −0.5) and, for "tasks",
 * `hand_detector_graph.cc`.
 *
 * @param palm coordinates in picture heights
 */
export function regionFromPalm({ coordinates }: PalmDetection, angle: PalmAngle): Region {
  const [left = 0, top = 0, right = 0, bottom = 0, wristX = 0, wristY = 0] = coordinates;
  const middleBaseX = coordinates[8] ?? 0;
  const middleBaseY = coordinates[9] ?? 0;
  const rotation = rotationTowards(middleBaseX - wristX, middleBaseY - wristY, targetAngles[angle]);
  const center = { x: (left + right) / 2, y: (top + bottom) / 2 };
  return orientedSquare(center, right - left, bottom - top, rotation, scale, shift);
}
