import {
  createRecognizer,
  type HandLocator,
  type Letter,
  type LetterClassifier,
  type LetterRules,
  type RecognitionMode,
  type RecognizerSettings,
  systemClock,
} from "@signify/core";
import { createLocalLocator, openVision } from "@signify/vision";
import { createBatchingClassifier, loadLetterModel, readLetterModelFile } from "@signify/vision/letters";
import { readingSettings } from "../reading-settings/reading-settings.ts";
import { countHands } from "./count-hands.ts";
import type { Reader, Reading } from "./reader.ts";

/**
 * Reads pictures in this process, by the recognizer that the server runs.
 * @throws SignifyError when a model file is missing.
 */
export async function createLocalReader(environment: Record<string, string | undefined>): Promise<Reader> {
  const settings = readingSettings(environment);
  const vision = await openVision(settings.vision);
  const letterModel = await loadLetterModel();
  const parts: Parts = {
    locator: createLocalLocator(vision),
    classifier: createBatchingClassifier({ model: Promise.resolve(letterModel), maxBatch: 1 }),
    settings: settings.recognizer,
    rules: readLetterModelFile().rules,
  };
  return {
    readPicture: (jpeg, asked) => readFrames(one(jpeg), "still", asked, parts),
    readSequence: (jpegs, asked) => readFrames(jpegs, "live", asked, parts),
    async close() {
      await vision.release();
      await letterModel.release();
    },
  };
}

type Parts = {
  locator: HandLocator;
  classifier: LetterClassifier;
  settings: RecognizerSettings;
  rules: LetterRules;
};

async function* one(jpeg: Uint8Array): AsyncGenerator<Uint8Array> {
  yield jpeg;
}

/** Sends each frame when the one before it has ended and, if it failed, has said why, so that none is superseded. */
async function readFrames(
  jpegs: AsyncIterable<Uint8Array>,
  mode: RecognitionMode,
  asked: Letter | undefined,
  parts: Parts,
): Promise<Reading> {
  const reading: Reading = { hands: 0, letter: null, probability: null };
  let settled = () => {};
  const recognizer = createRecognizer({
    ...parts,
    mode,
    clock: systemClock,
    onOutcome: (outcome) => outcome !== "failed" && settled(),
    onHands(_, { landmarks }) {
      reading.hands = Math.max(reading.hands, countHands(landmarks));
    },
  });
  const running = recognizer.run((event) => {
    if (event.type === "prediction") {
      reading.letter = event.score.letter;
      reading.probability = event.score.probability;
      if (asked) reading.passed = event.score.verdict === "shown";
    } else if (event.type === "failure") {
      reading.error = event.error.message;
      settled();
    }
  });
  recognizer.setTarget(asked ?? null);
  let sequence = 0;
  for await (const jpeg of jpegs) {
    const ended = new Promise<void>((resolve) => {
      settled = resolve;
    });
    recognizer.push({
      kind: "picture",
      jpeg,
      sequence: sequence++,
      capturedAt: systemClock(),
      mirrored: false,
    });
    await ended;
  }
  recognizer.close();
  await running;
  return reading;
}
