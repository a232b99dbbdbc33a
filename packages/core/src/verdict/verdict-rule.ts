import type { Letter } from "../letters/letters.ts";

/** When one letter counts as shown. */
export type LetterMark = {
  /** Least smoothed probability. */
  mark: number;
  /** Letters that it is mistaken for: it must be at least as probable as each of them, times `lead`. */
  lookAlikes: readonly Letter[];
  /** Milliseconds that it must last. */
  hold: number;
};

/** When a letter counts as shown: part of what the letter model's `model.json` says, measured on people it never saw. */
export type VerdictRule = {
  letters: Readonly<Record<Letter, LetterMark>>;
  /** How many times as probable as each look-alike the wanted letter must be. */
  lead: number;
  /** Share of the mark from which on it is "almost" shown. */
  almost: number;
};
