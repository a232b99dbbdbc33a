import type { Letter } from "@signify/core";
import type { Phase } from "../recognition/camera-session.ts";
import type { Reading } from "../recognition/recognizer.ts";
import { texts } from "../texts/texts.ts";
import { type HoldPhase, isMovement } from "./hold.ts";

/** How it goes in plain words, and the letter that is seen instead of the wanted one. */
export type LiveWords = { word: string; instead: Letter | undefined };

/** Least probability at which the best guess is told: under one half too, but not what is hardly a letter. */
const clearFrom = 0.3;

/** What the live bar says at one moment of an attempt at `letter`. */
export function liveWords(options: {
  letter: Letter;
  phase: Phase;
  step: HoldPhase;
  reading: Pick<Reading, "letter" | "probability"> | undefined;
}): LiveWords {
  const { letter, phase, step, reading } = options;
  if (phase !== "on")
    return { word: phase === "off" ? texts.live.off : texts.live.waiting, instead: undefined };
  const moving = isMovement(letter) && (step === "almost" || step === "holding");
  const lost = step !== "passed" && step !== "holding";
  const clear = reading && reading.letter !== letter && reading.probability >= clearFrom;
  return {
    word: moving ? texts.live.moving : texts.live[step],
    instead: lost && clear ? reading.letter : undefined,
  };
}
