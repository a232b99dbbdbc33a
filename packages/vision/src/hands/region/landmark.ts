/** Indices of the landmarks that the geometry needs, in MediaPipe's numbering. */
export const landmark = {
  wrist: 0,
  indexBase: 5,
  middleBase: 9,
  ringBase: 13,
  littleBase: 17,
} as const;
