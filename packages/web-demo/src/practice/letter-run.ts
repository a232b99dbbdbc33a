import type { Letter } from "@signify/core";
import type { LetterResult } from "./attempt-record.ts";

/** A row of letters to sign one after the other: a word, or the items of a task. */
export type LetterRun = {
  letters: readonly Letter[];
  /** Results of the letters that are done; the next one's index is the length. */
  results: readonly LetterResult[];
};

/** A run that begins, or goes on behind letters that were done before. */
export function startRun(letters: readonly Letter[], results: readonly LetterResult[] = []): LetterRun {
  return { letters, results };
}

/** The letter to sign now; `undefined` when all are done. */
export function currentLetter(run: LetterRun): Letter | undefined {
  return run.letters[run.results.length];
}

/** The run after one more letter. */
export function advanceRun(run: LetterRun, result: LetterResult): LetterRun {
  return { ...run, results: [...run.results, result] };
}

/** Whether the current letter is the same as the one before, which must then be signed anew. */
export function isRepeat(run: LetterRun): boolean {
  const index = run.results.length;
  return index > 0 && run.letters[index] === run.letters[index - 1];
}

/** Milliseconds of all letters that are done. */
export function runTime(run: LetterRun): number {
  return run.results.reduce((sum, result) => sum + result.time, 0);
}
