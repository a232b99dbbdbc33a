/**
 * A decoded picture, laid out as an `ImageData`: 8-bit RGBA, row by row from the top left, `4 · width · height` bytes that
 * start at a multiple of four in their buffer. Alpha is not looked at.
 */
export type RgbaImage = { data: Uint8Array; width: number; height: number };

/**
 * A rotated square of the picture that holds one hand.
 * Lengths are in picture heights, so a region outlives a change of resolution; `rotation` is in radians,
 * clockwise in the picture (y points down), 0 for a hand whose fingers point up.
 */
export type Region = { centerX: number; centerY: number; size: number; rotation: number };

/** A hand that is followed from frame to frame. `rightProbability` is smoothed over the frames seen. */
export type HandTrack = { region: Region; rightProbability: number };

/**
 * All that the search for hands remembers between two frames of one camera. Plain data: it travels with each
 * request, so that any vision process can serve any connection.
 */
export type HandTracking = {
  tracks: HandTrack[];
  /** Frames since the palm network last ran, while a hand is tracked. */
  framesSinceSearch: number;
  /** Which of the further looks of the search plan is taken next while no hand is tracked. */
  nextLook: number;
};

/** Tracking before the first frame, and after a reset of the camera. */
export const noTracking: HandTracking = { tracks: [], framesSinceSearch: 0, nextLook: 0 };

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

/**
 * The two hand networks, a port: onnxruntime-node in the server's vision processes, something else in a test.
 * Inputs are planar RGB (NCHW), 0..1, and may be overwritten by the caller once the promise settles.
 */
export type HandModels = {
  /** [3, 192, 192] → raw boxes [2016, 18] in pixels of the input and raw scores (logits) [2016]. */
  detectPalms(input: Float32Array): Promise<{ boxes: Float32Array; scores: Float32Array }>;
  /** [3, 224, 224] → landmarks [21, 3] in pixels of the input, and two probabilities. */
  readHand(
    input: Float32Array,
  ): Promise<{ landmarks: Float32Array; presence: number; rightProbability: number }>;
};

/** Where the time of one frame went, in milliseconds. */
export type HandTimings = { palm: number; warp: number; hand: number };

/** What {@link findHands} answers. */
export type FoundHands = { hands: Hand[]; tracking: HandTracking; timings: HandTimings };
