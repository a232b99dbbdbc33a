import type { Region } from "@signify/core";
import { regionOverlap } from "./region-geometry.ts";

/** As in MediaPipe's `hand_landmarker_graph.cc`. */
const minOverlap = 0.5;

/** Whether two regions mean the same hand: their squares cover mostly the same place. */
export function isSameHand(first: Region, second: Region): boolean {
  return regionOverlap(first, second) > minOverlap;
}
