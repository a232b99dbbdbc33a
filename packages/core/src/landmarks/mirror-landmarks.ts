import { handLength, landmarkFrameLength } from "./landmark-frame.ts";

/**
 * Mirrors a landmark frame [42, 3] from left to right: x becomes `aspect − x` and the two hands change slots; an
 * empty slot stays zero. Without an aspect the hands keep their shape but not their place, which is all that the
 * letter model looks at.
 */
export function mirrorLandmarks(landmarks: Float32Array, aspect = 0): Float32Array {
  const mirrored = new Float32Array(landmarkFrameLength);
  for (const slot of [0, handLength]) {
    const hand = landmarks.subarray(slot, slot + handLength);
    if (hand.every((coordinate) => coordinate === 0)) continue;
    const flipped = hand.map((coordinate, index) => (index % 3 === 0 ? aspect - coordinate : coordinate));
    mirrored.set(flipped, handLength - slot);
  }
  return mirrored;
}
