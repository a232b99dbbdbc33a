import type { Letter } from "@signify/core";

/** A letter that is on its way to be written, and how far, 0..1. */
export type PendingLetter = { letter: Letter; held: number };

/** Writes what is read: a letter that stays is written once. Times are milliseconds of any monotonic clock. */
export type FreeSpelling = {
  /** A reading. Answers the letter to write, if it is time. */
  read(letter: Letter, probability: number, now: number): Letter | undefined;
  /** Time went by without a new reading. */
  wait(now: number): Letter | undefined;
  /** No hand is seen: the same letter may come again. */
  release(): void;
  pending(now: number): PendingLetter | undefined;
};

/** Options of {@link createFreeSpelling}. */
export type FreeSpellingOptions = {
  /** Least probability, 0..1. */
  mark: number;
  /** Milliseconds that a letter must stay. */
  needed?: number;
};

/** Reads without a target. */
export function createFreeSpelling({ mark, needed = 900 }: FreeSpellingOptions): FreeSpelling {
  let candidate: Letter | undefined;
  let since = 0;
  let written = false;

  const settle = (now: number) => {
    if (!candidate || written || now - since < needed) return undefined;
    written = true;
    return candidate;
  };

  return {
    read(letter, probability, now) {
      // The time before this reading belongs to the letter that was there.
      const due = settle(now);
      const next = probability >= mark ? letter : undefined;
      if (next !== candidate) {
        candidate = next;
        since = now;
        written = false;
      }
      return due;
    },
    wait: settle,
    release() {
      candidate = undefined;
      written = false;
    },
    pending: (now) =>
      candidate && !written ? { letter: candidate, held: Math.min(1, (now - since) / needed) } : undefined,
  };
}
