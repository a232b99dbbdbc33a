import { type Letter, type LetterClassifier, type RecognizerSettings, shownHand } from "@signify/core";
import { watchFrames } from "../recordings/watch-frames.ts";

/** What an app hears while a word is spelled, in order; `at` in milliseconds. */
export type SpellingEvent =
  | { type: "reading"; at: number; letter: Letter; probability: number }
  | { type: "hand"; at: number; landmarks: Float32Array }
  | { type: "no-hand"; at: number };

/** Options of {@link watchWord}. */
export type WatchOptions = { classifier: LetterClassifier; settings: RecognizerSettings; interval: number };

/**
 * Shows a word to the whole recognizer, frame by frame, and notes what an app is told: the hand of each frame at once, and the
 * readings that pass its moving mean and its throttle. Answers take no time: on a real device they come some
 * 30 to 100 ms later, all alike.
 */
export async function watchWord(
  frames: readonly Float32Array[],
  { classifier, settings, interval }: WatchOptions,
): Promise<SpellingEvent[]> {
  const events: SpellingEvent[] = [];
  let at = 0;
  const watch = watchFrames({ classifier, settings }, (event) => {
    if (event.type !== "prediction") return;
    const { letter, probability } = event.score;
    events.push({ type: "reading", at, letter, probability });
  });
  for (const [index, landmarks] of frames.entries()) {
    at = index * interval;
    const isShown = shownHand(landmarks) !== "none";
    events.push(isShown ? { type: "hand", at, landmarks } : { type: "no-hand", at });
    await watch.show(landmarks, at);
  }
  await watch.close();
  return events;
}
