import type { Letter } from "@signify/core";
import { texts } from "../texts/texts.ts";
import type { TeachState } from "./teach-run.ts";

/** How the teaching of one letter goes in plain words, and what is to be known besides. */
export type TeachWords = { word: string; hint: string | undefined };

/** What is said at one moment of the teaching of `letter`. */
export function teachWords({
  letter,
  step,
  progress,
  looksLike,
}: TeachState & { letter: Letter }): TeachWords {
  if (step === "failed") return { word: texts.myHand.failed, hint: texts.myHand.failedHint };
  if (step === "waiting") return { word: texts.live.off, hint: undefined };
  if (step === "learned") return { word: texts.myHand.learned(letter), hint: undefined };
  return {
    word: progress > 0 ? texts.myHand.still : texts.myHand.show(letter),
    hint: looksLike && texts.myHand.looksLike(letter, looksLike),
  };
}
