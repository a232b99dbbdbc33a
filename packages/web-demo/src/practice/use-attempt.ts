import { useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { listen, phase, setTarget } from "../recognition/session.ts";
import { type AttemptRecord, type LetterResult, recordAttempt } from "./attempt-record.ts";
import { createHold, type HoldState } from "./hold.ts";

/** Options of {@link useAttempt}. */
export type AttemptOptions = {
  /** The letter to sign; none while the screen waits. */
  letter: Letter | undefined;
  passMark: number;
  /** Another number begins a new attempt, also at the same letter. */
  attempt: number;
  /** Milliseconds for which "got it" is shown before `onEnd`. */
  pause: number;
  /** Told when the letter is done, after the pause, or skipped, at once. */
  onEnd: (result: LetterResult) => void;
  /** Told at the moment of passing. */
  onPassed?: (result: LetterResult) => void;
};

/** Milliseconds between two looks at the clock while a letter is held. */
const tick = 80;
const nothing: HoldState = { phase: "not-yet", probability: 0, held: 0 };
/** Least probability at which another letter counts as seen instead. */
const seenFrom = 0.6;

/** Follows one attempt at one letter from its showing to its end. */
export function useAttempt(options: AttemptOptions) {
  const { letter, passMark, attempt } = options;
  const state = useSignal<HoldState>(nothing);
  const latest = useRef(options);
  latest.current = options;
  const skip = useRef(() => {});

  useEffect(() => {
    state.value = nothing;
    setTarget(letter ?? null);
    if (!letter) return;
    const hold = createHold({ letter, passMark });
    let record: AttemptRecord | undefined;
    let ended = false;
    let pause: ReturnType<typeof setTimeout> | undefined;

    const finish = (outcome: LetterResult["outcome"], now: number) => {
      ended = true;
      return (record ?? recordAttempt(letter, now)).finish(outcome, now);
    };
    const show = (next: HoldState, now: number) => {
      const { phase: before, probability, held } = state.value;
      if (next.phase !== before || next.probability !== probability || next.held !== held) state.value = next;
      if (next.phase !== "passed" || ended) return;
      const result = finish("passed", now);
      latest.current.onPassed?.(result);
      pause = setTimeout(() => latest.current.onEnd(result), latest.current.pause);
    };

    const stopListening = listen((event) => {
      const now = performance.now();
      if (event.type === "reading" && event.reading.target === letter) {
        const { letter: seen, probability, targetProbability } = event.reading;
        record?.see(probability >= seenFrom ? seen : undefined, now);
        show(hold.read(targetProbability, now), now);
      } else if (event.type === "hands" && event.state !== "tracking") {
        record?.see(undefined, now);
        show(hold.release(event.state === "no-hand" ? "no-hand" : "not-yet", now), now);
      } else if (event.type === "link" && (event.link === "lost" || event.link === "connecting")) {
        show(hold.release("not-yet", now), now);
      }
    });
    const timer = setInterval(() => {
      const now = performance.now();
      if (phase.value === "on") record ??= recordAttempt(letter, now);
      if (state.value.phase !== "no-hand") show(hold.wait(now), now);
    }, tick);
    const stopPhase = phase.subscribe((now) => {
      if (now !== "on") show(hold.release("not-yet", performance.now()), performance.now());
    });
    skip.current = () => {
      if (!ended) latest.current.onEnd(finish("skipped", performance.now()));
    };

    return () => {
      stopListening();
      stopPhase();
      clearInterval(timer);
      clearTimeout(pause);
      skip.current = () => {};
    };
  }, [letter, passMark, attempt]);

  return { state, skip: () => skip.current() };
}
