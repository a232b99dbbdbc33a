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
