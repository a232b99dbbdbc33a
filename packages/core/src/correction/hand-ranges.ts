import type { Letter } from "../letters/letters.ts";
import type { FeatureName } from "./hand-features.ts";

/** Between which values a feature usually lies: all but the outermost twenty-fifth on either side. */
export type UsualRange = readonly [low: number, high: number];

/** One way to sign a letter: the usual ranges of what is measured of a hand. What says nothing of the letter is left out. */
export type HandRange = Readonly<Partial<Record<FeatureName, UsualRange>>>;

/** How people sign each letter: in one way, or in several that differ. */
export type HandRanges = Readonly<Record<Letter, readonly HandRange[]>>;
