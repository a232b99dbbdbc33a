import { type Letter, letters } from "@signify/core";
import type { Progress } from "./progress.ts";

/** Letters that are practiced at a time: few enough to come again soon. */
const atATime = 6;

/**
 * The letters that go worst, in the order of the alphabet. What counts is how often one was passed among the times that it
 * was passed, skipped or read as another; who never tried a letter stands between those that work and those that do not.
 */
export function weakestLetters(progress: Progress): Letter[] {
  const byWeakness = letters
    .map((letter) => ({ letter, weakness: weakness(progress, letter) }))
    .sort((one, other) => other.weakness - one.weakness);
  return byWeakness
    .slice(0, atATime)
    .map(({ letter }) => letter)
    .sort();
}

/** From 0, always passed, to 1, never; Laplace's rule of succession, so that one bad try is not everything. */
function weakness(progress: Progress, letter: Letter): number {
  const entry = progress.letters[letter];
  if (!entry) return 0.5;
  const seenInstead = Object.values(entry.seenInstead).reduce((sum, count) => sum + count, 0);
  const missed = entry.skipped + seenInstead;
  return (missed + 1) / (missed + entry.passed + 2);
}
