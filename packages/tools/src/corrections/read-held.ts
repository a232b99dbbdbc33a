import { landmarkFrameLength } from "@signify/core";
import { type BatchLetterModel, modelWindow } from "@signify/vision/letters";

/** What a letter model makes of one hand: the letters' probabilities [26], which sum to 1, and how much it is a letter, 0..1. */
export type HeldReading = { probabilities: Float32Array; letterness: number };

const batch = 32;
const windowLength = modelWindow * landmarkFrameLength;

/** Reads hands, [42, 3] each, that were held still for a whole window. */
export async function readHeld(
  model: BatchLetterModel,
  hands: readonly Float32Array[],
): Promise<HeldReading[]> {
  const readings: HeldReading[] = [];
  for (let first = 0; first < hands.length; first += batch) {
    const taken = hands.slice(first, first + batch);
    const windows = new Float32Array(taken.length * windowLength);
    for (const [index, hand] of taken.entries())
      for (let frame = 0; frame < modelWindow; frame++)
        windows.set(hand, index * windowLength + frame * landmarkFrameLength);
    readings.push(...(await model.read(windows, taken.length)));
  }
  return readings;
}

/** Probability of each letter times that of its being a letter at all, as the recognizer has it. */
export const distributionOf = ({ probabilities, letterness }: HeldReading): Float32Array =>
  probabilities.map((probability) => probability * letterness);
