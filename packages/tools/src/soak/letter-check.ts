import type { Letter } from "@signify/core";
import type { Tally } from "./tally.ts";

/** Holds the letters of one connection to what its learner shows. */
export type LetterCheck = {
  /** A new letter was asked for, and is shown from now on. */
  asked(letter: Letter): void;
  /** The server has acknowledged the oldest of those that it had not. */
  acknowledged(): void;
  /** The server has read a letter: it must be the one that was acknowledged last. */
  read(letter: string): void;
};

/**
 * A learner shows a letter from the moment that it asks for it, and messages keep their order: between two
 * acknowledgements only the letter of the first may be read.
 */
export function checkLetters(tally: Tally): LetterCheck {
  const waiting: Letter[] = [];
  let current: Letter | undefined;
  return {
    asked: (letter) => void waiting.push(letter),
    acknowledged() {
      current = waiting.shift();
      tally.resets += 1;
    },
    read(letter) {
      tally.letters += 1;
      if (letter !== current) tally.wrong += 1;
    },
  };
}
