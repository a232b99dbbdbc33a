import { shownHand } from "@signify/core";

const counts = { none: 0, left: 1, right: 1, both: 2 } as const;

/** How many hands a landmark frame [42, 3] holds. */
export function countHands(landmarks: Float32Array): number {
  return counts[shownHand(landmarks)];
}
