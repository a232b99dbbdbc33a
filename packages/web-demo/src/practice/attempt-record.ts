import type { Letter } from "@signify/core";

/** What was seen instead of the wanted letter, and how many times. */
export type Confusions = Partial<Record<Letter, number>>;

/** How one letter went. */
export type LetterResult = {
  letter: Letter;
  outcome: "passed" | "skipped";
  /** Milliseconds from the letter's showing to its end, without the time in which no hand was looked for. */
  time: number;
  seenInstead: Confusions;
};

/** Collects what happens between the showing of a letter and its end. */
export type AttemptRecord = {
  /** The recognizer reads this letter now. */
  see(letter: Letter | undefined, now: number): void;
  finish(outcome: LetterResult["outcome"], now: number): LetterResult;
};

/** A wrong letter counts as seen once it was read for this long, in milliseconds: a hand on its way passes through others. */
const steadyAfter = 600;

/** Records one attempt at `letter` from `startedAt` on. */
export function recordAttempt(letter: Letter, startedAt: number): AttemptRecord {
  const seenInstead: Confusions = {};
  let current: Letter | undefined;
  let since = startedAt;

  const settle = (now: number) => {
    if (current && current !== letter && now - since >= steadyAfter) {
      seenInstead[current] = (seenInstead[current] ?? 0) + 1;
    }
  };

  return {
    see(next, now) {
      if (next === current) return;
      settle(now);
      current = next;
      since = now;
    },
    finish(outcome, now) {
      settle(now);
      current = undefined;
      return { letter, outcome, time: Math.max(0, Math.round(now - startedAt)), seenInstead };
    },
  };
}
