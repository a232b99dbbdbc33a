import { type Letter, letters } from "@signify/core";
import type { LetterResult } from "./attempt-record.ts";
import { isMovement } from "./hold.ts";

/** A round against the clock. Times are milliseconds of any monotonic clock. */
export type SpeedRound = {
  endsAt: number;
  letter: Letter;
  results: readonly LetterResult[];
};

/** Chance, injected: a number from 0 up to but not including 1. */
export type Random = () => number;

/** Milliseconds of a round. */
const roundLength = 60_000;

/** A round that begins now. Rounds use the still letters: the clock would punish J and Z for their movement. */
export function startRound(now: number, random: Random, length = roundLength): SpeedRound {
  return { endsAt: now + length, letter: pickLetter(random), results: [] };
}

/** The round after its letter was passed or skipped. */
export function advanceRoundLetter(round: SpeedRound, result: LetterResult, random: Random): SpeedRound {
  return { ...round, letter: pickLetter(random, round.letter), results: [...round.results, result] };
}

/** Seconds left, rounded up; 0 when the round is over. */
export function secondsLeft({ endsAt }: Pick<SpeedRound, "endsAt">, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** Letters that were passed in a round. */
export function passedIn(round: SpeedRound): readonly LetterResult[] {
  return round.results.filter((result) => result.outcome === "passed");
}

const still = letters.filter((letter) => !isMovement(letter));

function pickLetter(random: Random, previous?: Letter): Letter {
  const choice = still.filter((letter) => letter !== previous);
  return choice[Math.floor(random() * choice.length)] ?? "A";
}
