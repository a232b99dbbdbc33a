import { type LetterModel, personalize, readHand, type TaughtHand } from "@signify/core";

/** What one window is read as, by nobody's hand and by one. */
export type HandReading = {
  probabilities: number[];
  letterness: number;
  embedding: number[];
  personal: number[];
};

/** Reads a window by a hand: the same in every runtime. */
export function readByHand(
  reading: { probabilities: Float32Array; letterness: number; embedding: Float32Array },
  { identity, rules }: LetterModel,
  hand: TaughtHand,
): HandReading {
  const { probabilities, letterness, embedding } = reading;
  const samples = readHand(hand, identity, rules.myHand);
  const personal = personalize(probabilities, embedding, samples, rules.myHand);
  return {
    probabilities: Array.from(probabilities),
    letterness,
    embedding: Array.from(embedding),
    personal: Array.from(personal),
  };
}
