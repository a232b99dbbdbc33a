import {
  createRecognizer,
  defaultRecognizerSettings,
  type HandLocator,
  landmarkFrameLength,
} from "@signify/core";

const noPictures: HandLocator = { acquire: () => Promise.reject(new Error("this bench sends landmarks")) };

/** Times, in milliseconds, of one landmark frame through all stages, the letter model answering at once. */
export async function stageTimes(frames: number): Promise<number[]> {
  const probabilities = new Float32Array(26).fill(1 / 26);
  const embedding = new Float32Array(64).fill(1 / 8);
  let ended = () => {};
  const recognizer = createRecognizer({
    locator: noPictures,
    classifier: { classify: async () => ({ probabilities, letterness: 1, embedding }) },
    settings: defaultRecognizerSettings,
    clock: () => performance.now(),
    onOutcome: () => ended(),
  });
  const running = recognizer.run(() => {});
  const landmarks = new Float32Array(landmarkFrameLength).fill(0.5);
  const samples: number[] = [];
  for (let sequence = 0; sequence < frames; sequence++) {
    const start = performance.now();
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    recognizer.push({ kind: "landmarks", landmarks, sequence, capturedAt: start, mirrored: false });
    await end;
    samples.push(performance.now() - start);
  }
  recognizer.close();
  await running;
  return samples;
}
