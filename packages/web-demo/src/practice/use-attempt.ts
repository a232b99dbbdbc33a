import { useSignal } from "@preact/signals";
import { type Letter, systemClock, systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { session } from "../recognition/page-session.ts";
import { type Attempt, type AttemptOptions, followAttempt } from "./follow-attempt.ts";
import { notHeld } from "./hold.ts";
import { failedTries } from "./page-tries.ts";

/** Options of {@link useAttempt}. */
export type UseAttemptOptions = Pick<AttemptOptions, "holdFor" | "pause" | "onEnd"> &
  Partial<Pick<AttemptOptions, "onPassed">> & {
    /** The letter to sign; none while the screen waits. */
    letter: Letter | undefined;
    /** Another number begins a new attempt, also at the same letter. */
    attempt: number;
  };

/** Follows one attempt at one letter as long as a screen shows it. */
export function useAttempt(options: UseAttemptOptions) {
  const { letter, holdFor, pause, attempt } = options;
  const state = useSignal(notHeld);
  const latest = useRef(options);
  latest.current = options;
  const current = useRef<Attempt | undefined>(undefined);

  useEffect(() => {
    state.value = notHeld;
    if (!letter) return session.setTarget(null);
    const followed = followAttempt({
      ...{ session, letter, holdFor, pause },
      onState: (next) => (state.value = next),
      onPassed(result) {
        failedTries.passed(letter);
        latest.current.onPassed?.(result);
      },
      onFailedTry: () => failedTries.failed(letter),
      onEnd: (result) => latest.current.onEnd(result),
      clock: systemClock,
      timers: systemTimers,
    });
    current.current = followed;
    return () => {
      followed.stop();
      current.current = undefined;
    };
  }, [letter, holdFor, attempt]);

  return { state, skip: () => current.current?.skip() };
}
