import { isRecord } from "../shell/is-record.ts";

/** How the reading practice went, in this browser. */
export type ReadingScore = {
  /** Words that were read, and words that were shown to the end of their tries or given up. */
  read: number;
  missed: number;
  /** Words read one after the other without a miss: now, and at best. */
  row: number;
  bestRow: number;
};

/** No word was spelled yet. */
export const noScore: ReadingScore = { read: 0, missed: 0, row: 0, bestRow: 0 };

const version = 1;

/** The score after one more word. */
export function addWord({ read, missed, row, bestRow }: ReadingScore, wasRead: boolean): ReadingScore {
  if (!wasRead) return { read, missed: missed + 1, row: 0, bestRow };
  return { read: read + 1, missed, row: row + 1, bestRow: Math.max(bestRow, row + 1) };
}

/** What is kept of it. */
export function keptScore(score: ReadingScore): object {
  return { version, ...score };
}

/** It from a value that was kept; nonsense is no score. */
export function scoreOf(value: unknown): ReadingScore {
  if (!isRecord(value) || value.version !== version) return noScore;
  const { read, missed, row, bestRow } = value;
  const counts = [read, missed, row, bestRow];
  if (!counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)) return noScore;
  return { read, missed, row, bestRow } as ReadingScore;
}
