import { type ReadonlySignal, signal } from "@preact/signals";
import type { Letter } from "@signify/core";

/** How often each letter was tried in vain since it was last passed, while the page is open. */
export type FailedTries = {
  counts: ReadonlySignal<Partial<Record<Letter, number>>>;
  failed(letter: Letter): void;
  passed(letter: Letter): void;
};

/** Tries in vain after which the page offers to be taught. */
const enoughTries = 3;

/** Nothing was tried yet. */
export function createFailedTries(): FailedTries {
  const counts = signal<Partial<Record<Letter, number>>>({});
  const set = (letter: Letter, count: number) => {
    counts.value = { ...counts.value, [letter]: count };
  };
  return {
    counts,
    failed: (letter) => set(letter, (counts.value[letter] ?? 0) + 1),
    passed: (letter) => set(letter, 0),
  };
}

/** The letters that failed often enough to be taught, in the order of the alphabet. */
export function failingLetters(counts: Partial<Record<Letter, number>>): Letter[] {
  return (Object.keys(counts) as Letter[]).filter((letter) => (counts[letter] ?? 0) >= enoughTries).sort();
}
