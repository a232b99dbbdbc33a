import type { Letter } from "@signify/core";

/** The letter that a hand looks like, without the flicker of single readings. Times are milliseconds of any monotonic clock. */
export type SteadyGuess = {
  /** The likeliest letter now, or none without a hand. Answers the one to name. */
  see(letter: Letter | undefined, now: number): Letter | undefined;
  /** Time went by without a new reading. */
  wait(now: number): Letter | undefined;
};

/** Milliseconds for which another letter must be the likeliest before it is named: nobody can read faster changes. */
const steadyAfter = 300;

/** A guess of nothing yet. */
export function createSteadyGuess(): SteadyGuess {
  let named: Letter | undefined;
  let likeliest: Letter | undefined;
  let since = 0;
  const wait = (now: number) => {
    if (named === undefined || now - since >= steadyAfter) named = likeliest;
    return named;
  };
  return {
    see(letter, now) {
      // What was the likeliest until now may have been it for long enough.
      wait(now);
      if (letter !== likeliest) since = now;
      likeliest = letter;
      return wait(now);
    },
    wait,
  };
}
