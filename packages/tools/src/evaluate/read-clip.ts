import {
  createRecognizer,
  type HandLocator,
  type LetterClassifier,
  type ReadLetters,
  type RecognizerSettings,
  shownHand,
  systemClock,
} from "@signify/core";

/** What was read of a clip, frame by frame; the first `atEnd` readings were there when the clip ended. */
export type ReadClip = { still: boolean; readings: readonly ReadLetters[]; atEnd: number };

/** How a clip is shown. */
export type Showing = {
  classifier: LetterClassifier;
  settings: RecognizerSettings;
  /** Each frame stands for itself. */
  still: boolean;
  /** Least frames in all: the last one with a hand is held until there are so many. */
  frames: number;
};

const noPictures: HandLocator = {
  acquire: () => Promise.reject(new Error("evaluation reads landmarks, not pictures")),
};

/** Shows a clip to the recognizer: through its window and the letter model, by nobody's hand. */
export async function readClip(frames: readonly Float32Array[], showing: Showing): Promise<ReadClip> {
  const { classifier, settings, still } = showing;
  const readings: ReadLetters[] = [];
  let ended = () => {};
  const recognizer = createRecognizer({
    ...{ locator: noPictures, classifier, settings, clock: systemClock },
    mode: still ? "still" : "live",
    onOutcome: () => ended(),
    onRead: (_, letters) => readings.push(letters),
  });
  const running = recognizer.run(() => {});
  let sequence = 0;
  const show = async (landmarks: Float32Array) => {
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    recognizer.push({ kind: "landmarks", landmarks, sequence, capturedAt: 0, mirrored: false });
    sequence += 1;
    await end;
  };
  for (const landmarks of frames) await show(landmarks);
  const atEnd = readings.length;
  const held = frames.findLast((landmarks) => shownHand(landmarks) !== "none");
  while (held && !still && sequence < showing.frames) await show(held);
  recognizer.close();
  await running;
  return { still, readings, atEnd };
}
