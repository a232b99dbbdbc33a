/** How a taught hand is used: part of what the letter model's `model.json` says, measured on people it never saw. */
export type MyHandRule = {
  /** Numbers of an embedding. */
  dimensions: number;
  /** What a letter's logit gains at a cosine of 1. */
  weight: number;
  /** Cosine from which on a letter gains. */
  from: number;
  /** Least probability of a letter for a sample of it to be plausible, and how many letters may be likelier. */
  plausible: { probability: number; rank: number };
  /** How others sign each letter: [26, dimensions], each of unit length. */
  others: Float32Array;
  /** How much nearer, as cosine, another letter of others may be than this one. */
  margin: number;
};
