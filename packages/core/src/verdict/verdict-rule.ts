import type { Letter } from "../letters/letters.ts";

/** Least smoothed probabilities at which one letter counts as shown, and as almost shown. */
export type LetterMark = { shown: number; almost: number };

/**
 * When a letter counts as shown: part of what the letter model's `model.json` says. Each letter's mark is the lowest at
 * which, on people whom the model has never seen, next to nothing else passes for it, its look-alikes included.
 */
export type VerdictRule = {
  /** Readings in a row that it takes. */
  hold: number;
  letters: Readonly<Record<Letter, LetterMark>>;
};
