/** Points of one hand. */
export const landmarkCount = 21;

/** Numbers of one hand: [21, 3]. */
export const handLength = landmarkCount * 3;

/** Landmarks of both hands in one frame: [42, 3], rows 0–20 the left hand, 21–41 the right, zeros where there is none. */
export const landmarkFrameLength = 2 * handLength;
