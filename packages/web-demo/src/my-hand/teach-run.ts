import type { Letter, Timers } from "@signify/core";
import type { CameraSession } from "../recognition/camera-session.ts";

/** How far the teaching is. */
export type TeachState = {
  /** The letter to sign now; none when all are done. */
  letter: Letter | undefined;
  /** Letters that are done, taught or skipped. */
  done: number;
  /** It waits for the camera, watches the hand, has just learned the letter, or cannot go on. */
  step: "waiting" | "watching" | "learned" | "failed";
  /** How much of the sample there is, 0..1. */
  progress: number;
  /** What the last sample of this letter looked like, when it was not taken. */
  looksLike: Letter | undefined;
};

/** Options of {@link startTeaching}. */
export type TeachOptions = {
  session: Pick<CameraSession, "phase" | "setTarget" | "learn">;
  letters: readonly Letter[];
  /** Milliseconds for which "learned" is shown before the next letter, in which the hand is changed. */
  pause: number;
  onState: (state: TeachState) => void;
  timers: Timers;
};

/** Letters that are taught one after the other. */
export type Teaching = {
  /** Takes the next sample of this letter whatever it looks like: a teacher says that it is right. */
  insist(): void;
  skip(): void;
  /** Begins anew with this letter, after it could not go on. */
  tryAgain(): void;
  stop(): void;
};

/**
 * Teaches letters one after the other: both hands may stay in front of the camera, for a sample that is not taken is
 * followed by the next try.
 */
export function startTeaching({ session, letters, pause, onState, timers }: TeachOptions): Teaching {
  let state: TeachState = notTaught(letters[0]);
  let lesson = new AbortController();
  let cancelPause = () => {};
  let stopped = false;

  const change = (changes: Partial<TeachState>) => {
    state = { ...state, ...changes };
    if (!stopped) onState(state);
  };
  const watch = async (insist: boolean) => {
    lesson.abort();
    lesson = new AbortController();
    const { signal } = lesson;
    const { letter } = state;
    if (!letter) return;
    if (session.phase.value !== "on") return change({ step: "waiting", progress: 0 });
    change({ step: "watching", progress: 0 });
    try {
      const onProgress = (progress: number) => {
        if (!signal.aborted) change({ progress });
      };
      const result = await session.learn(letter, { insist, onProgress, signal });
      if (signal.aborted) return;
      if (result.outcome === "refused") {
        change({ looksLike: result.seen });
        return watch(insist);
      }
      change({ step: "learned", progress: 1, looksLike: undefined });
      cancelPause = timers.after(pause, () => next());
    } catch {
      if (!signal.aborted) change({ step: session.phase.value === "on" ? "failed" : "waiting", progress: 0 });
    }
  };
  const next = () => {
    cancelPause();
    const done = state.done + 1;
    change({ ...notTaught(letters[done]), done });
    begin();
  };
  const begin = () => {
    session.setTarget(state.letter ?? null);
    void watch(false);
  };

  begin();
  const stopPhase = session.phase.subscribe((phase) => {
    if (phase === "on" ? state.step === "waiting" : state.step === "watching") void watch(false);
  });

  return {
    insist: () => void watch(true),
    skip: next,
    tryAgain: () => void watch(false),
    stop() {
      stopped = true;
      lesson.abort();
      cancelPause();
      stopPhase();
    },
  };
}

function notTaught(letter: Letter | undefined): TeachState {
  return { letter, done: 0, step: "waiting", progress: 0, looksLike: undefined };
}
