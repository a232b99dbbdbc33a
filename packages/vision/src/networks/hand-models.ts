/** Side of the palm network's input, in pixels. */
export const palmInputSide = 192;

/** How many palms the palm network proposes, one per anchor. */
export const palmAnchorCount = 2016;

/** Side of the hand network's input, in pixels. */
export const handInputSide = 224;

/**
 * The two hand networks, a port: onnxruntime-node in the server's vision processes, something else in a test.
 * Inputs are planar RGB (NCHW), 0..1, and may be overwritten by the caller once the promise settles.
 */
export type HandModels = {
  /** [3, 192, 192] → raw boxes [2016, 18] in pixels of the input and raw scores (logits) [2016]. */
  detectPalms(input: Float32Array): Promise<{ boxes: Float32Array; scores: Float32Array }>;
  /** [3, 224, 224] → landmarks [21, 3] in pixels of the input, and two probabilities. */
  readHand(
    input: Float32Array,
  ): Promise<{ landmarks: Float32Array; presence: number; rightProbability: number }>;
};
