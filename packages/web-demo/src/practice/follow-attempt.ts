import type { Clock, Letter, Timers } from "@signify/core";
import type { CameraSession } from "../recognition/camera-session.ts";
import { every } from "../shell/every.ts";
import { type AttemptRecord, type LetterResult, recordAttempt } from "./attempt-record.ts";
import { createHold, type HoldState, holdTime, notHeld } from "./hold.ts";

/** Options of {@link followAttempt}. */
export type AttemptOptions = {
  session: Pick<CameraSession, "phase" | "listen" | "setTarget">;
  letter: Letter;
  /** Milliseconds for which the letter must stay shown; 0: the recognizer's verdict is enough. */
  holdFor: number;
  /** Milliseconds for which "got it" is shown before `onEnd`. */
  pause: number;
  onState: (state: HoldState) => void;
  /** Told at the moment of passing. */
  onPassed: (result: LetterResult) => void;
  /** Told when the letter is done, after the pause, or skipped, at once. */
  onEnd: (result: LetterResult) => void;
  /** Told each time that a hand was shown in vain for as long as a try takes, and when the letter is given up after one. */
  onFailedTry: () => void;
  clock: Clock;
  timers: Timers;
};

/** An attempt that goes on. */
export type Attempt = {
  /** Gives the letter up. */
  skip(): void;
  /** Follows it no more; nothing is told afterwards. */
  stop(): void;
};

/** Milliseconds between two looks at the clock while a letter is held. */
const tick = 80;
/** Milliseconds of a hand in view after which a try was in vain; and those after which giving up is the end of one. */
const tryTime = 6000;
const shortTry = 1000;
/** Least probability at which another letter counts as seen instead. */
const seenFrom = 0.6;

/** Follows one attempt at one letter from its showing to its end. */
export function followAttempt(options: AttemptOptions): Attempt {
  const { session, letter, holdFor, pause, clock, timers } = options;
  const hold = createHold({ needed: holdTime(letter, holdFor) });
  let state = notHeld;
  let record: AttemptRecord | undefined;
  let ended = false;
  /** Milliseconds of a hand in view since the last try in vain. */
  let tried = 0;
  let inView = false;
  let cancelPause = () => {};

  const finish = (outcome: LetterResult["outcome"], now: number) => {
    ended = true;
    return (record ?? recordAttempt(letter, now)).finish(outcome, now);
  };
  const show = (next: HoldState, now: number) => {
    if (next.phase !== state.phase || next.probability !== state.probability || next.held !== state.held) {
      state = next;
      options.onState(next);
    }
    if (next.phase !== "passed" || ended) return;
    const result = finish("passed", now);
    options.onPassed(result);
    cancelPause = timers.after(pause, () => options.onEnd(result));
  };

  const release = (phase: "no-hand" | "not-yet", now: number) => {
    inView = false;
    show(hold.release(phase, now), now);
  };

  session.setTarget(letter);
  const stopListening = session.listen((event) => {
    const now = clock();
    if (event.type === "reading" && event.reading.target === letter) {
      const { letter: seen, probability, targetProbability, verdict } = event.reading;
      record?.see(probability >= seenFrom ? seen : undefined, now);
      inView = true;
      show(hold.read({ verdict, probability: targetProbability }, now), now);
    } else if (event.type === "hands" && event.state !== "tracking") {
      record?.see(undefined, now);
      release(event.state === "no-hand" ? "no-hand" : "not-yet", now);
    } else if (event.type === "link" && (event.link === "lost" || event.link === "connecting")) {
      release("not-yet", now);
    }
  });
  const stopTicking = every(timers, tick, () => {
    const now = clock();
    if (session.phase.value === "on") record ??= recordAttempt(letter, now);
    if (state.phase === "no-hand") return;
    show(hold.wait(now), now);
    if (!ended && inView) tried += tick;
    if (tried < tryTime) return;
    tried = 0;
    options.onFailedTry();
  });
  const stopPhase = session.phase.subscribe((phase) => {
    if (phase !== "on") release("not-yet", clock());
  });

  return {
    skip() {
      if (ended) return;
      if (tried >= shortTry) options.onFailedTry();
      options.onEnd(finish("skipped", clock()));
    },
    stop() {
      stopListening();
      stopTicking();
      stopPhase();
      cancelPause();
      ended = true;
    },
  };
}
