/**
 * One hand in one picture.
 * `landmarks` is [21, 3] in picture heights: x · aspect, y (down), z · aspect, with aspect = width / height,
 * z relative to the wrist (smaller is nearer to the camera).
 */
export type Hand = {
  landmarks: Float32Array;
  /** Probability that the region shows a hand at all, 0..1. */
  presence: number;
  /** Probability that this is the signer's right hand (in an un-mirrored picture), 0..1; smoothed while followed. */
  rightProbability: number;
};
