/**
 * A window's letters: `probabilities` [26] sums to 1, `letterness` 0..1 says how much it is a letter at all, and
 * `embedding` is the direction, of unit length, in which the model sees it: near those of windows that look the same to it.
 */
export type LetterReading = { probabilities: Float32Array; letterness: number; embedding: Float32Array };

/** The letter model. */
export type LetterClassifier = {
  /**
   * Reads a window [32, 42, 3] in picture heights, oldest frame first; missing leading frames are zeros. It is a view of a
   * longer buffer in which the next windows lie too: it may be kept, but neither written to nor given away.
   */
  classify(window: Float32Array): Promise<LetterReading>;
};
