import type { Letter } from "@signify/core";

/** How far the learner is with one letter, in the order of getting there. */
export type HoldPhase = "no-hand" | "not-yet" | "almost" | "holding" | "passed";

/** What the live bar shows. `probability` and `held` run from 0 to 1. */
export type HoldState = { phase: HoldPhase; probability: number; held: number };

/** Before anything was read. */
export const notHeld: HoldState = { phase: "not-yet", probability: 0, held: 0 };

/** Options of {@link createHold}. */
export type HoldOptions = {
  letter: Letter;
  /** Least probability of the letter that counts, 0..1. */
  passMark: number;
};

/** One attempt at one letter. Times are milliseconds of any monotonic clock. */
export type Hold = {
  /** A new reading of the letter's probability. */
  read(probability: number, now: number): HoldState;
  /** No hand is seen, or nothing is read any more: what was held so far is lost. */
  release(phase: "no-hand" | "not-yet", now: number): HoldState;
  /** Time went by without a new reading: the recognizer is silent while nothing changes. */
  wait(now: number): HoldState;
};

/** J and Z are movements: nobody can hold one, so they count as soon as they were read for a moment. */
const movements: ReadonlySet<Letter> = new Set<Letter>(["J", "Z"]);

/** Whether a letter is signed by moving the hand. */
export function isMovement(letter: Letter): boolean {
  return movements.has(letter);
}

/** Milliseconds that a letter must stay above the pass mark. */
export function holdTime(letter: Letter): number {
  return isMovement(letter) ? 150 : 1000;
}

/**
 * Least probability that counts. A movement is over before the recognizer's mean over several pictures has risen all
 * the way, and a hand that is still is read as neither J nor Z, so less is enough for them.
 */
export function markFor(letter: Letter, passMark: number): number {
  return isMovement(letter) ? passMark * 0.6 : passMark;
}

/** A dip below the pass mark that is shorter than this does not start the hold anew, in milliseconds. */
const forgiveness = 200;

/** Share of the pass mark from which on the page says "almost". */
const almostFrom = 0.5;

/** Follows one attempt: a letter is passed by holding it above the pass mark. Passed stays passed. */
export function createHold({ letter, passMark }: HoldOptions): Hold {
  const mark = markFor(letter, passMark);
  const needed = holdTime(letter);
  let probability = 0;
  let since: number | undefined;
  let belowSince: number | undefined;
  let passed = false;

  const state = (now: number, phase?: HoldPhase): HoldState => {
    if (belowSince !== undefined && now - belowSince > forgiveness) since = undefined;
    const held = since === undefined ? 0 : Math.min(1, Math.max(0, (belowSince ?? now) - since) / needed);
    if (passed || held >= 1) {
      passed = true;
      return { phase: "passed", probability, held: 1 };
    }
    if (phase) return { phase, probability, held };
    if (since !== undefined) return { phase: "holding", probability, held };
    return { phase: probability >= mark * almostFrom ? "almost" : "not-yet", probability, held: 0 };
  };

  return {
    read(next, now) {
      const before = state(now);
      if (before.phase === "passed") return before;
      probability = next;
      if (next >= mark) {
        if (since !== undefined && belowSince !== undefined) since += now - belowSince;
        since ??= now;
        belowSince = undefined;
      } else if (since !== undefined) {
        belowSince ??= now;
      }
      return state(now);
    },
    release(phase, now) {
      const before = state(now);
      if (before.phase === "passed") return before;
      probability = 0;
      since = undefined;
      belowSince = undefined;
      return state(now, phase);
    },
    wait: (now) => state(now),
  };
}
