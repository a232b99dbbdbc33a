/** Numbers in {@link PalmDetection.coordinates}. */
export const palmCoordinateCount = 18;

/** A palm as the palm network sees it. */
export type PalmDetection = {
  /** Probability that there is a palm, 0..1. */
  score: number;
  /**
   * Nine points as x, y: the box's top left and bottom right corner, then wrist, bases of the index, middle, ring and
   * little finger, base and knuckle of the thumb. In the unit of whoever made the detection: `decodePalms` counts in
   * 0..1 of the network's input.
   */
  coordinates: Float32Array;
};
