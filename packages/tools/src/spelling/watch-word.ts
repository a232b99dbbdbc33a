import {
  createRecognizer,
  type HandLocator,
  type Letter,
  type LetterClassifier,
  type RecognizerSettings,
  shownHand,
} from "@signify/core";

/** What an app hears while a word is spelled, in order; `at` in milliseconds. */
export type SpellingEvent =
  | { type: "reading"; at: number; letter: Letter; probability: number }
  | { type: "hand"; at: number; landmarks: Float32Array }
  | { type: "no-hand"; at: number };

/** Options of {@link watchWord}. */
export type WatchOptions = { classifier: LetterClassifier; settings: RecognizerSettings; interval: number };

const noPictures: HandLocator = {
  acquire: () => Promise.reject(new Error("evaluation reads landmarks, not pictures")),
};

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
  let now = 0;
  let ended = () => {};
  const recognizer = createRecognizer({
    ...{ locator: noPictures, classifier, settings, clock: () => now },
    onOutcome: () => ended(),
  });
  const running = recognizer.run((event) => {
    if (event.type !== "prediction") return;
    const { letter, probability } = event.score;
    events.push({ type: "reading", at: now, letter, probability });
  });
  for (const [sequence, landmarks] of frames.entries()) {
    now = sequence * interval;
    const isShown = shownHand(landmarks) !== "none";
    events.push(isShown ? { type: "hand", at: now, landmarks } : { type: "no-hand", at: now });
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    recognizer.push({ kind: "landmarks", landmarks, sequence, capturedAt: now, mirrored: false });
    await end;
  }
  recognizer.close();
  await running;
  return events;
}
