import {
  type HandTracking,
  type Letter,
  type LetterReading,
  landmarkFrameLength,
  letters,
  noTracking,
} from "@signify/core";
import { openVision } from "@signify/vision";
import { loadLetterModel, modelWindow } from "@signify/vision/letters";

/** Letters by probability, the best first. */
export type Ranking = { letter: Letter; probability: number }[];

/** The whole recognizer in one process: JPEG → hands → window → letters. */
export type Reader = AsyncDisposable & {
  /** Reads a picture that stands for itself; `undefined` where no hand is found. */
  readStill(jpeg: Uint8Array): Promise<Ranking | undefined>;
  /** Reads a clip as a camera would show it: the ranking after each picture, from the eighth hand on. */
  readClip(jpegs: readonly Uint8Array[]): Promise<Ranking[]>;
};

const leastHands = 8;
/** As many readings are averaged as in the product. */
const smoothing = 5;

/** Loads the hand networks and the letter model. */
export async function openReader(): Promise<Reader> {
  const vision = await openVision({
    maxHands: 1,
    minDetectionConfidence: 0.5,
    minTrackingConfidence: 0.5,
    liveHandNetwork: "int8",
    maxPictureSide: 4096,
    maxLivePictureSide: 1920,
    maxDecodedSide: 1280,
  });
  const letterModel = await loadLetterModel();

  const readWindow = async (frames: readonly Float32Array[]): Promise<LetterReading> => {
    const window = new Float32Array(modelWindow * landmarkFrameLength);
    const last = frames.slice(-modelWindow);
    for (const [index, frame] of last.entries()) {
      window.set(frame, (modelWindow - last.length + index) * landmarkFrameLength);
    }
    const [reading] = await letterModel.read(window, 1);
    if (reading === undefined) throw new Error("expected a reading of the window");
    return reading;
  };

  return {
    async readStill(jpeg) {
      const { landmarks, hands } = await vision.locate({
        jpeg,
        mirrored: false,
        tracking: noTracking,
        mode: "still",
      });
      if (hands === 0) return undefined;
      return rank([await readWindow(Array.from({ length: modelWindow }, () => landmarks))]);
    },
    async readClip(jpegs) {
      let tracking: HandTracking = noTracking;
      const frames: Float32Array[] = [];
      const readings: LetterReading[] = [];
      const rankings: Ranking[] = [];
      let seen = 0;
      for (const jpeg of jpegs) {
        const located = await vision.locate({ jpeg, mirrored: false, tracking, mode: "live" });
        tracking = located.tracking;
        frames.push(located.landmarks);
        if (located.hands > 0) seen += 1;
        if (located.hands === 0 || seen < leastHands) continue;
        readings.push(await readWindow(frames));
        rankings.push(rank(readings.slice(-smoothing)));
      }
      return rankings;
    },
    async [Symbol.asyncDispose]() {
      await vision.release();
      await letterModel.release();
    },
  };
}

function rank(readings: readonly LetterReading[]): Ranking {
  const mean = (index: number) =>
    readings.reduce((sum, { probabilities }) => sum + (probabilities[index] ?? 0), 0) / readings.length;
  return letters
    .map((letter, index) => ({ letter, probability: mean(index) }))
    .toSorted((a, b) => b.probability - a.probability);
}
