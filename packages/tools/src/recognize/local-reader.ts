import {
  createRecognizer,
  type defaultRecognizerSettings,
  type HandLocator,
  type LetterClassifier,
  type RecognitionMode,
  systemClock,
} from "@signify/core";
import { letterModelPaths, requireModel } from "@signify/models";
import { recognizerSettings, visionSettings } from "../../../server/src/config/parts-of-settings.ts";
import { readSettings } from "../../../server/src/config/read-settings.ts";
import { createJpegDecoder } from "../../../vision/src/jpeg/jpeg-decoder.ts";
import { createBatchingClassifier } from "../../../vision/src/letters/batching-classifier.ts";
import { loadOnnxLetterModel } from "../../../vision/src/letters/onnx-letter-model.ts";
import { createLocalLocator } from "../../../vision/src/locate/local-locator.ts";
import { handNetworkPaths } from "../../../vision/src/networks/hand-network-paths.ts";
import { createOnnxHandModels } from "../../../vision/src/networks/onnx-hand-models.ts";
import { countHands } from "./count-hands.ts";
import type { Reader, Reading } from "./reader.ts";

/**
 * Reads pictures in this process, by the recogniser that the server runs.
 * @throws SignifyError when a model file is missing.
 */
export async function createLocalReader(environment: Record<string, string | undefined>): Promise<Reader> {
  const settings = readSettings(environment);
  const models = await createOnnxHandModels(handNetworkPaths(settings.LIVE_HAND_NETWORK));
  const letterModel = await loadOnnxLetterModel(requireModel(letterModelPaths().model));
  const vision = visionSettings(settings);
  const locator = createLocalLocator({
    decoder: createJpegDecoder(vision),
    models,
    clock: systemClock,
    settings: vision,
  });
  const classifier = createBatchingClassifier({ model: Promise.resolve(letterModel), maxBatch: 1 });
  const read = (jpegs: AsyncIterable<Uint8Array>, mode: RecognitionMode) =>
    readFrames(jpegs, mode, { locator, classifier, settings: unthrottled(recognizerSettings(settings)) });
  return {
    readPicture: (jpeg) => read(one(jpeg), "still"),
    readSequence: (jpegs) => read(jpegs, "live"),
    async close() {
      await models.release();
      await letterModel.release();
    },
  };
}

type Parts = {
  locator: HandLocator;
  classifier: LetterClassifier;
  settings: typeof defaultRecognizerSettings;
};

const unthrottled = (settings: Parts["settings"]): Parts["settings"] => ({
  ...settings,
  throttle: { minInterval: 0, probabilityThreshold: 0 },
});

async function* one(jpeg: Uint8Array): AsyncGenerator<Uint8Array> {
  yield jpeg;
}

/** Sends each frame when the one before it has ended and, if it failed, has said why, so that none is superseded. */
async function readFrames(
  jpegs: AsyncIterable<Uint8Array>,
  mode: RecognitionMode,
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
    } else if (event.type === "failure") {
      reading.error = event.error.message;
      settled();
    }
  });
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
