import {
  createRecognizer,
  defaultRecognizerSettings,
  type HandLocator,
  type HandRanges,
  type LetterClassifier,
  type LetterRules,
} from "@signify/core";
import type { RecordedHand } from "./recorded-hand.ts";

/** Frames that a letter is shown for at most, the last one of its recording held: three seconds of a slow camera. */
const shownFor = 45;
const interval = 1000 / 15;

const noPictures: HandLocator = {
  acquire: () => Promise.reject(new Error("landmarks are read, not pictures")),
};

/** What it takes to watch somebody. */
export type WatchOptions = { classifier: LetterClassifier; rules: LetterRules; handRanges: HandRanges };

/**
 * Shows a recording of the very letter that is asked to the recognizer, as a camera would. Whether anything was said to be
 * corrected before the letter passed.
 */
export async function isCorrectedThoughRight(
  { letter, frames }: RecordedHand,
  { classifier, rules, handRanges }: WatchOptions,
): Promise<boolean> {
  let corrected = false;
  let passed = false;
  let now = 0;
  let ended = () => {};
  const recognizer = createRecognizer({
    ...{ locator: noPictures, classifier, rules, handRanges, settings: defaultRecognizerSettings },
    clock: () => now,
    onOutcome: () => ended(),
  });
  const running = recognizer.run((event) => {
    if (event.type === "prediction") passed ||= event.score.verdict === "shown";
    if (event.type === "correction") corrected ||= event.correction.key !== null;
  });
  recognizer.setTarget(letter);
  for (let sequence = 0; sequence < shownFor && !passed && !corrected; sequence++) {
    now += interval;
    const landmarks = frames[Math.min(sequence, frames.length - 1)] ?? new Float32Array();
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    recognizer.push({ kind: "landmarks", landmarks, sequence, capturedAt: now, mirrored: false });
    await end;
  }
  recognizer.close();
  await running;
  return corrected;
}
