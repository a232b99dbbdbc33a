import {
  defaultRecognizerSettings,
  type HandRanges,
  type LetterClassifier,
  type LetterRules,
} from "@signify/core";
import { watchFrames } from "../recordings/watch-frames.ts";
import type { RecordedHand } from "./recorded-hand.ts";

/** Frames that a letter is shown for at most, the last one of its recording held: three seconds of a slow camera. */
const shownFor = 45;
const interval = 1000 / 15;

/** What it takes to watch somebody. */
export type WatchOptions = { classifier: LetterClassifier; rules: LetterRules; handRanges: HandRanges };

/**
 * Shows a recording of the very letter that is asked to the recognizer, as a camera would. Whether anything was said to be
 * corrected before the letter passed.
 */
export async function isCorrectedThoughRight(
  { letter, frames }: RecordedHand,
  options: WatchOptions,
): Promise<boolean> {
  let corrected = false;
  let passed = false;
  const watch = watchFrames({ ...options, settings: defaultRecognizerSettings }, (event) => {
    if (event.type === "prediction") passed ||= event.score.verdict === "shown";
    if (event.type === "correction") corrected ||= event.correction.key !== null;
  });
  watch.setTarget(letter);
  for (let shown = 0; shown < shownFor && !passed && !corrected; shown++) {
    const landmarks = frames[Math.min(shown, frames.length - 1)] ?? new Float32Array();
    await watch.show(landmarks, (shown + 1) * interval);
  }
  await watch.close();
  return corrected;
}
