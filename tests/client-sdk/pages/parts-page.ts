import type { CorrectionEvent, Letter, PredictionEvent, TaughtHand } from "@signify/client-sdk";
import { createHandTracker } from "@signify/client-sdk/hands";
import { createLetterReader, openOnDevice } from "@signify/client-sdk/on-device";
import { type HandReading, readByHand } from "../programs/read-by-hand.ts";

/** The hands in a picture of this site, each number as the tracker gave it. */
async function findHands(names: string[]): Promise<{ landmarks: number[]; hands: number }[]> {
  const tracker = await createHandTracker({ assets: "/signify/", mode: "still" });
  const found = [];
  for (const name of names) {
    const picture = await createImageBitmap(await (await fetch(name)).blob());
    const { landmarks, hands } = await tracker.find(picture);
    found.push({ landmarks: Array.from(landmarks), hands });
  }
  tracker.close();
  return found;
}

/** What the letter model makes of windows. */
async function readLetters(windows: number[][]): Promise<{ probabilities: number[]; letterness: number }[]> {
  const reader = await createLetterReader({ assets: "/signify/" });
  const readings = [];
  for (const window of windows) {
    const { probabilities, letterness } = await reader.classify(Float32Array.from(window));
    readings.push({ probabilities: Array.from(probabilities), letterness });
  }
  reader.close();
  return readings;
}

/** What windows are read as by a hand. */
async function readWindowsByHand(options: { windows: number[][]; hand: TaughtHand }): Promise<HandReading[]> {
  const reader = await createLetterReader({ assets: "/signify/" });
  const readings = [];
  for (const window of options.windows) {
    readings.push(readByHand(await reader.classify(Float32Array.from(window)), reader, options.hand));
  }
  reader.close();
  return readings;
}

/** What is told of a still frame, as far as it is the same everywhere. */
export type StillPrediction = Pick<
  PredictionEvent,
  "letter" | "probability" | "targetProbability" | "verdict"
>;

/** The predictions for still landmark frames, one after the other, of a target and by a hand. */
async function recognizeStill(options: {
  frames: number[][];
  target: Letter;
  hand?: TaughtHand;
}): Promise<StillPrediction[]> {
  const client = await openOnDevice({ assets: "/signify/", mode: "still", target: options.target });
  if (options.hand) client.myHand.import(options.hand);
  const predictions = [];
  for (const frame of options.frames) {
    const next = new Promise<StillPrediction>((resolve) => {
      const off = client.on("prediction", ({ letter, probability, targetProbability, verdict }) => {
        off();
        resolve({ letter, probability, targetProbability, verdict });
      });
    });
    client.sendLandmarks(frame);
    predictions.push(await next);
  }
  client.close();
  return predictions;
}

/** What is to be corrected in still landmark frames, one after the other, of a target. */
async function correctStill(options: { frames: number[][]; target: Letter }): Promise<CorrectionEvent[]> {
  const { frames, target } = options;
  const events = ["correction"] as const;
  const client = await openOnDevice({ assets: "/signify/", mode: "still", target, events });
  const corrections: CorrectionEvent[] = [];
  client.on("correction", (event) => corrections.push(event));
  for (const frame of frames) {
    const read = new Promise<void>((resolve) => {
      const off = client.on("prediction", () => {
        off();
        resolve();
      });
    });
    client.sendLandmarks(frame);
    await read;
  }
  client.close();
  return corrections;
}

/** The code of the error that a part gives when its files are not there. */
async function failWithoutFiles(): Promise<string[]> {
  const attempts = [
    createHandTracker({ assets: "/nowhere/" }),
    createHandTracker({ assets: "/signify/", assetFiles: { handsModel: "/nowhere.task" } }),
    createLetterReader({ assets: "/nowhere/" }),
    createLetterReader({ assets: "/signify/", assetFiles: { lettersModel: "/nowhere.onnx" } }),
  ];
  return Promise.all(
    attempts.map((attempt) =>
      attempt.then(
        () => "none",
        (error) => String(error.code),
      ),
    ),
  );
}

Object.assign(globalThis, {
  findHands,
  readLetters,
  readWindowsByHand,
  recognizeStill,
  correctStill,
  failWithoutFiles,
});
