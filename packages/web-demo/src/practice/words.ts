import { type Letter, parseLetter } from "@signify/core";

/** Letters of the longest word. */
export const longestWord = 20;

/** What somebody typed as a word in capitals; `undefined` when it has something else in it than the letters A to Z. */
export function readWord(text: string): string | undefined {
  const word = text.trim().toUpperCase();
  return /^[A-Z]+$/.test(word) && word.length <= longestWord ? word : undefined;
}

/** The letters of a word, in capitals. */
export function lettersOf(word: string): Letter[] {
  return Array.from(word).flatMap((character) => parseLetter(character) ?? []);
}

/** Any of `words` but the previous one. `random` gives a number from 0 up to but not including 1. */
export function pickWord(words: readonly string[], random: () => number, previous?: string): string {
  const choice = words.filter((word) => word !== previous);
  return choice[Math.floor(random() * choice.length)] ?? "CAT";
}
