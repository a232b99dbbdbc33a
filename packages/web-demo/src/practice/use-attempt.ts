import { useSignal } from "@preact/signals";
import { type Letter, systemClock, systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { session } from "../recognition/page-session.ts";
import { pulse } from "../shell/pulse.ts";
import { type Attempt, type AttemptOptions, followAttempt } from "./follow-attempt.ts";
import { followHelp, noHelp } from "./follow-help.ts";
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

/** Milliseconds for which a phone vibrates when a letter passes. */
const passedPulse = 70;

/** Follows one attempt at one letter, and what helps with it, as long as a screen shows it. */
export function useAttempt(options: UseAttemptOptions) {
  const { letter, holdFor, pause, attempt } = options;
  const state = useSignal(notHeld);
  const help = useSignal(noHelp);
  const revealed = useSignal(false);
  const latest = useRef(options);
  latest.current = options;
  const current = useRef<Attempt | undefined>(undefined);

  useEffect(() => {
    state.value = notHeld;
    help.value = noHelp;
    revealed.value = false;
    if (!letter) return session.setTarget(null);
    const timing = { clock: systemClock, timers: systemTimers };
    const followed = followAttempt({
      ...{ session, letter, holdFor, pause, ...timing },
      onState: (next) => (state.value = next),
      onPassed(result) {
        stopHelp();
        help.value = noHelp;
        failedTries.passed(letter);
        pulse(passedPulse);
        latest.current.onPassed?.(result);
      },
      onFailedTry: () => failedTries.failed(letter),
      onEnd: (result) => latest.current.onEnd(result),
    });
    const stopHelp = followHelp({ session, letter, onHelp: (next) => (help.value = next), ...timing });
    current.current = followed;
    return () => {
      followed.stop();
      stopHelp();
      current.current = undefined;
    };
  }, [letter, holdFor, attempt]);

  return {
    state,
    help,
    /** Whether somebody who practices without the picture has asked for it. */
    revealed,
    skip: () => current.current?.skip(),
  };
}

/** An attempt that a screen follows. */
export type FollowedAttempt = ReturnType<typeof useAttempt>;
