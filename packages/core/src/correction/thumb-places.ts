import type { Letter } from "../letters/letters.ts";
import type { CorrectionKey } from "../schema/message-types.ts";

/** Where each letter wants the thumb. */
export const thumbPlaces: Readonly<Record<Letter, CorrectionKey>> = {
  A: "thumb-beside-index",
  B: "thumb-across-palm",
  C: "thumb-opposite-fingers",
  D: "thumb-touches-middle",
  E: "thumb-under-fingertips",
  F: "thumb-touches-index",
  G: "thumb-along-index",
  H: "thumb-across-fingers",
  I: "thumb-across-fingers",
  J: "thumb-across-fingers",
  K: "thumb-between-index-and-middle",
  L: "thumb-out",
  M: "thumb-under-three-fingers",
  N: "thumb-under-two-fingers",
  O: "thumb-touches-fingertips",
  P: "thumb-between-index-and-middle",
  Q: "thumb-along-index",
  R: "thumb-across-fingers",
  S: "thumb-across-fingers",
  T: "thumb-under-one-finger",
  U: "thumb-across-fingers",
  V: "thumb-across-fingers",
  W: "thumb-touches-little",
  X: "thumb-across-fingers",
  Y: "thumb-out",
  Z: "thumb-across-fingers",
};
