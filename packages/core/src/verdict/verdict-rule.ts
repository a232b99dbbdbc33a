import type { Letter } from "../letters/letters.ts";

/** When one letter counts as shown. */
export type LetterMark = {
  /** Least smoothed probability. */
  shown: number;
  /**
   * Least share of the probability of this letter and its likeliest look-alike, to be almost shown while one of the two is
   * the likeliest letter of all.
   */
  almost: number;
  /** Letters that it is mistaken for. */
  lookalikes: readonly Letter[];
};

/** When a letter counts as shown: part of what the letter model's `model.json` says, measured on people it never saw. */
export type VerdictRule = {
  /** Readings in a row that it takes. */
  hold: number;
  /** Least letterness to be almost shown: a hand at rest is not nearly a letter. */
  letterness: number;
  letters: Readonly<Record<Letter, LetterMark>>;
};
