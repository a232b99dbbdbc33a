/**
 * What is read of one window: `distribution` [26], which sums to how much it is a letter at all, and the `embedding`, of
 * unit length.
 */
export type ReadLetters = { distribution: Float32Array; embedding: Float32Array };
