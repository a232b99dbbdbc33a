import { type Letter, letters, parseLetter } from "@signify/core";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";

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

/** The little of a browser's storage that is needed. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const key = "signify.progress";
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

/** Reads the stored progress; a browser that forbids storing, or nonsense in the store, is no progress. */
export function loadProgress(storage: Storage | undefined): Progress {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? "null");
    return progressOf(value) ?? { letters: {} };
  } catch {
    return { letters: {} };
  }
}

/** Stores progress; a full or forbidden store is no reason to stop practising. */
export function saveProgress(storage: Storage | undefined, progress: Progress): void {
  try {
    storage?.setItem(key, JSON.stringify({ version, ...progress }));
  } catch {}
}

/** Deletes everything that was stored of the learner's progress. */
export function deleteProgress(storage: Storage | undefined): void {
  try {
    storage?.removeItem(key);
  } catch {}
}

function progressOf(value: unknown): Progress | undefined {
  if (!isRecord(value) || value.version !== version || !isRecord(value.letters)) return undefined;
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
