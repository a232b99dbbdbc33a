export {
  createReferenceHand,
  type ReferenceHand,
  type ReferenceHandOptions,
} from "./create-reference-hand.ts";
export { type SkinTone, skinTones } from "./skin-tones.ts";
export type { Handedness } from "./types.ts";
