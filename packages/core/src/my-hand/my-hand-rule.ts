import type { Letter } from "../letters/letters.ts";

/** How a taught hand is used: part of what the letter model's `model.json` says, measured on people it never saw. */
export type MyHandRule = {
  /** Numbers of an embedding. */
  dimensions: number;
  /** The letters that can be taught: all but those that are read by their movement. */
  letters: readonly Letter[];
  /** What a taught letter's logit gains for each unit of cosine above `floor`. */
  gain: number;
  floor: number;
  /** What it loses for each unit of cosine below the taught letter that is nearest. */
  contrast: number;
  /** Least mean probability of a letter for a sample to be taken for it. */
  leastProbability: number;
};
