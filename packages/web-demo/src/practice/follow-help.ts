import type { Clock, Letter, Timers } from "@signify/core";
import type { CameraSession } from "../recognition/camera-session.ts";
import type { Correction } from "../recognition/recognizer.ts";
import { every } from "../shell/every.ts";
import { type HelpLevel, helpLevel } from "./help-level.ts";
import { createSteadyGuess } from "./steady-guess.ts";

/** What helps somebody who tries a letter. */
export type Help = {
  level: HelpLevel;
  /** The letter that the hand looks like. */
  guess: Letter | undefined;
  /** The one thing to correct. */
  correction: Correction | undefined;
};

/** Before anything was tried. */
export const noHelp: Help = { level: "none", guess: undefined, correction: undefined };

/** Options of {@link followHelp}. */
export type HelpOptions = {
  session: Pick<CameraSession, "phase" | "listen">;
  letter: Letter;
  /** Told whenever the help changes. */
  onHelp: (help: Help) => void;
  clock: Clock;
  timers: Timers;
};

/** Milliseconds between two looks at the clock, and the most that one look can count: a device that slept was not trying. */
const tick = 100;
const longestTick = 1000;

/**
 * Follows how long somebody has tried a letter, from the first sight of their hand on, and what would help them. The
 * time goes on while the hand is lost: a hand that is not found is stuck as well. Answers how to stop that.
 */
export function followHelp({ session, letter, onHelp, clock, timers }: HelpOptions): () => void {
  const guess = createSteadyGuess();
  let help = noHelp;
  let tried = 0;
  let begun = false;
  let last = clock();

  const change = (next: Partial<Help>) => {
    const before = help;
    help = { ...help, ...next };
    const changed = (["level", "guess", "correction"] as const).some((name) => help[name] !== before[name]);
    if (changed) onHelp(help);
  };
  const stopListening = session.listen((event) => {
    if (event.type === "reading" && event.reading.target === letter) {
      begun = true;
      change({ guess: guess.see(event.reading.letter, clock()) });
    } else if (event.type === "correction" && event.correction.target === letter) {
      change({ correction: event.correction.key ? event.correction : undefined });
    } else if (event.type === "hands" && event.state === "no-hand") {
      change({ guess: guess.see(undefined, clock()), correction: undefined });
    }
  });
  const stopTicking = every(timers, tick, () => {
    const now = clock();
    const on = session.phase.value === "on";
    if (begun && on) tried += Math.min(now - last, longestTick);
    last = now;
    change({ level: helpLevel(tried), guess: guess.wait(now) });
  });
  const stopPhase = session.phase.subscribe((phase) => {
    if (phase !== "on") change({ guess: guess.see(undefined, clock()), correction: undefined });
  });
  return () => {
    stopListening();
    stopTicking();
    stopPhase();
  };
}
