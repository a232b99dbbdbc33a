import type { Letter } from "@signify/core";
import type { Phase } from "../recognition/camera-session.ts";
import { texts } from "../texts/texts.ts";
import { type HoldPhase, isMovement } from "./hold.ts";

/** How it goes in plain words, and the letter that the hand looks like, as long as the wanted one is not there. */
export type LiveWords = { word: string; guess: Letter | undefined };

/** What the live bar says at one moment of an attempt at `letter`; the best guess is always named. */
export function liveWords(options: {
  letter: Letter;
  phase: Phase;
  step: HoldPhase;
  guess: Letter | undefined;
}): LiveWords {
  const { letter, phase, step, guess } = options;
  if (phase !== "on")
    return { word: phase === "off" ? texts.live.off : texts.live.waiting, guess: undefined };
  const moving = isMovement(letter) && (step === "almost" || step === "holding");
  const there = step === "passed" || step === "holding";
  return { word: moving ? texts.live.moving : texts.live[step], guess: there ? undefined : guess };
}
