import type { Clock, Timers } from "@signify/core";
import { every } from "../shell/every.ts";
import { type SpeedRound, secondsLeft } from "./speed-round.ts";

/** Options of {@link countDown}. */
export type CountDownOptions = {
  round: Pick<SpeedRound, "endsAt">;
  /** Another second is left; 0 comes last, and once. */
  onSecond: (left: number) => void;
  clock: Clock;
  timers: Timers;
};

/** Milliseconds between two looks at the clock. */
const tick = 200;

/** Tells the seconds that are left of a round as they pass. Answers how to stop that. */
export function countDown({ round, onSecond, clock, timers }: CountDownOptions): () => void {
  let left = secondsLeft(round, clock());
  const stop = every(timers, tick, () => {
    const next = secondsLeft(round, clock());
    if (next === left) return;
    left = next;
    if (left === 0) stop();
    onSecond(left);
  });
  return stop;
}
