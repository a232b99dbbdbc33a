import {
  createRecognizer,
  type HandLocator,
  type Letter,
  type LetterClassifier,
  type RecognizerSettings,
  systemClock,
} from "@signify/core";
import type { LetterSample } from "./letter-samples.ts";

const noPictures: HandLocator = {
  acquire: () => Promise.reject(new Error("evaluation reads landmarks, not pictures")),
};

/** The letter that the recognizer's own stages read at the end of a sample, or `null` if they never read one. */
export async function readSample(
  sample: LetterSample,
  classifier: LetterClassifier,
  settings: RecognizerSettings,
): Promise<Letter | null> {
  let letter: Letter | null = null;
  let ended = () => {};
  const recognizer = createRecognizer({
    locator: noPictures,
    classifier,
    settings,
    clock: systemClock,
    mode: sample.still ? "still" : "live",
    onOutcome: () => ended(),
  });
  const running = recognizer.run((event) => {
    if (event.type === "prediction") letter = event.score.letter;
  });
  for (const [sequence, landmarks] of sample.frames.entries()) {
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    recognizer.push({ kind: "landmarks", landmarks, sequence, capturedAt: 0, mirrored: false });
    await end;
  }
  recognizer.close();
  await running;
  return letter;
}
