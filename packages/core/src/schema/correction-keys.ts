/** Parts of a hand that a correction can be about; "fingers" are the four without the thumb. */
export const handParts = ["thumb", "index", "middle", "ring", "little", "fingers", "hand"] as const;

/** What is to be done with a part. */
export const handChanges = [
  "bend",
  "straighten",
  "spread",
  "close",
  "cross",
  "uncross",
  "place",
  "turn",
  "point",
  "draw",
] as const;

/**
 * Every correction there is: a page makes one sentence of each. Those of the thumb say where the asked letter wants it, those
 * of the hand where the palm looks and where the hand points, as the camera sees it.
 */
export const correctionKeys = [
  ...(["bend-index", "bend-middle", "bend-ring", "bend-little", "bend-fingers"] as const),
  ...(["straighten-index", "straighten-middle", "straighten-ring", "straighten-little"] as const),
  "straighten-fingers",
  ...(["spread-index-middle", "spread-middle-ring", "spread-ring-little"] as const),
  ...(["close-index-middle", "close-middle-ring", "close-ring-little"] as const),
  ...(["cross-index-middle", "uncross-index-middle"] as const),
  // The thumb's place: A; B; C; E; G and Q; S, I, X and others; K and P; L and Y.
  ...(["thumb-beside-index", "thumb-across-palm", "thumb-opposite-fingers"] as const),
  ...(["thumb-under-fingertips", "thumb-along-index", "thumb-across-fingers"] as const),
  ...(["thumb-between-index-and-middle", "thumb-out"] as const),
  // T; N; M; F; D; W; O.
  ...(["thumb-under-one-finger", "thumb-under-two-fingers", "thumb-under-three-fingers"] as const),
  ...(["thumb-touches-index", "thumb-touches-middle", "thumb-touches-little"] as const),
  "thumb-touches-fingertips",
  ...(["palm-to-camera", "palm-sideways"] as const),
  ...(["point-up", "point-sideways", "point-down"] as const),
  // The handshape of J or Z is right and is held still.
  "draw-letter",
] as const;
