/** Skin tones to choose from, light to dark, as sRGB. */
export const skinTones = {
  porcelain: "#f0c8ae",
  sand: "#dfa987",
  honey: "#c68658",
  almond: "#9c6240",
  umber: "#6f4430",
  ebony: "#4a2d22",
} as const;

/** One of {@link skinTones}. */
export type SkinTone = keyof typeof skinTones;
