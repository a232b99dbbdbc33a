import type { Letter, Verdict } from "@signify/core";

/** How far the learner is with one letter, in the order of getting there. */
export type HoldPhase = "no-hand" | "not-yet" | "almost" | "holding" | "passed";

/** What the live bar shows. `probability` and `held` run from 0 to 1. */
export type HoldState = { phase: HoldPhase; probability: number; held: number };

/** Before anything was read. */
export const notHeld: HoldState = { phase: "not-yet", probability: 0, held: 0 };

/** What an attempt needs to know of a reading. */
export type HoldReading = { verdict: Verdict | null; probability: number };

/** One attempt at one letter. Times are milliseconds of any monotonic clock. */
export type Hold = {
  /** A new reading of the letter. */
  read(reading: HoldReading, now: number): HoldState;
  /** No hand is seen, or nothing is read any more: what was held so far is lost. */
  release(phase: "no-hand" | "not-yet", now: number): HoldState;
  /** Time went by without a new reading: the recognizer is silent while nothing changes. */
  wait(now: number): HoldState;
};

/** J and Z are movements: nobody can hold one, so they count as soon as they were shown. */
const movements: ReadonlySet<Letter> = new Set<Letter>(["J", "Z"]);

/** Whether a letter is signed by moving the hand. */
export function isMovement(letter: Letter): boolean {
  return movements.has(letter);
}

/** Milliseconds for which a letter must stay shown, where that was asked for. */
export function holdTime(letter: Letter, holdFor: number): number {
  return isMovement(letter) ? 0 : holdFor;
}

/** A dip that is shorter than this does not start the hold anew, in milliseconds. */
const forgiveness = 200;

/**
 * Follows one attempt by the recognizer's verdict: a letter is passed when it is shown, for as long as `needed` milliseconds.
 * Passed stays passed.
 */
export function createHold({ needed }: { needed: number }): Hold {
  let reading: HoldReading = { verdict: null, probability: 0 };
  let since: number | undefined;
  let belowSince: number | undefined;
  let passed = false;

  const state = (now: number, phase?: HoldPhase): HoldState => {
    const { verdict, probability } = reading;
    if (belowSince !== undefined && now - belowSince > forgiveness) since = undefined;
    const time = since === undefined ? -1 : (belowSince ?? now) - since;
    if (passed || time >= needed) {
      passed = true;
      return { phase: "passed", probability, held: 1 };
    }
    const held = Math.max(0, time / needed);
    if (phase) return { phase, probability, held };
    if (since !== undefined) return { phase: "holding", probability, held };
    return { phase: verdict === "almost" ? "almost" : "not-yet", probability, held: 0 };
  };

  return {
    read(next, now) {
      const before = state(now);
      if (before.phase === "passed") return before;
      reading = next;
      if (next.verdict === "shown") {
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
      reading = { verdict: null, probability: 0 };
      since = undefined;
      belowSince = undefined;
      return state(now, phase);
    },
    wait: (now) => state(now),
  };
}
