import { type Letter, letters, parseLetter } from "@signify/core";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";
import { isRecord } from "../shell/is-record.ts";

/** One letter's history. */
export type LetterProgress = {
  passed: number;
  skipped: number;
  /** Fastest time in milliseconds. */
  best?: number;
  seenInstead: Confusions;
};

/** A learner's history, kept in their browser only. */
export type Progress = {
  letters: Partial<Record<Letter, LetterProgress>>;
  /** Most letters in a speed round. */
  bestRound?: number;
};

/** The progress of somebody who has not begun. */
export const noProgress: Progress = { letters: {} };

const version = 1;

/** Progress after one more letter. */
export function addResult(progress: Progress, result: LetterResult): Progress {
  const before = progress.letters[result.letter] ?? { passed: 0, skipped: 0, seenInstead: {} };
  const seenInstead: Confusions = { ...before.seenInstead };
  for (const [letter, count] of Object.entries(result.seenInstead) as [Letter, number][]) {
    seenInstead[letter] = (seenInstead[letter] ?? 0) + count;
  }
  const passed = result.outcome === "passed";
  const best = passed ? Math.min(before.best ?? Number.POSITIVE_INFINITY, result.time) : before.best;
  const after: LetterProgress = {
    passed: before.passed + (passed ? 1 : 0),
    skipped: before.skipped + (passed ? 0 : 1),
    ...(best !== undefined && { best }),
    seenInstead,
  };
  return { ...progress, letters: { ...progress.letters, [result.letter]: after } };
}

/** Progress after a speed round. */
export function addRound(progress: Progress, passed: number): Progress {
  return { ...progress, bestRound: Math.max(progress.bestRound ?? 0, passed) };
}

/** Letters that were passed at least once. */
export function knownLetters(progress: Progress): Letter[] {
  return letters.filter((letter) => (progress.letters[letter]?.passed ?? 0) > 0);
}

/** What is kept of progress. */
export function keptProgress(progress: Progress): object {
  return { version, ...progress };
}

/** Progress from a value that was kept; nonsense is no progress. */
export function progressOf(value: unknown): Progress {
  if (!isRecord(value) || value.version !== version || !isRecord(value.letters)) return noProgress;
  const read: Progress = { letters: {} };
  if (isCount(value.bestRound)) read.bestRound = value.bestRound;
  for (const [name, entry] of Object.entries(value.letters)) {
    const letter = parseLetter(name);
    if (!letter || !isRecord(entry) || !isCount(entry.passed) || !isCount(entry.skipped)) continue;
    const seenInstead: Confusions = {};
    for (const [seenName, count] of Object.entries(isRecord(entry.seenInstead) ? entry.seenInstead : {})) {
      const seen = parseLetter(seenName);
      if (seen && isCount(count)) seenInstead[seen] = count;
    }
    read.letters[letter] = {
      passed: entry.passed,
      skipped: entry.skipped,
      ...(isCount(entry.best) && { best: entry.best }),
      seenInstead,
    };
  }
  return read;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
