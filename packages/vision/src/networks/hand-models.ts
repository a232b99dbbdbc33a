import type { PalmShape } from "../hands/palm/palm-shape.ts";
import type { InputForm, NetworkInput } from "../hands/sampling/sampler.ts";

/** How many palms the palm network proposes, one per anchor. */
export const palmAnchorCount = 2016;

/** Side of the hand network's input, in pixels. */
export const handInputSide = 224;

/**
 * The two hand networks, a port: onnxruntime-node in the server's vision processes, something else in a browser or a test.
 * Inputs are RGB in the form that each network names, and may be overwritten by the caller once the promise settles.
 */
export type HandModels = {
  /** What each network reads. */
  forms: { palm: InputForm; hand: InputForm };
  /** Whether the palm network reads planar floats of any shape in whole strides; where not, it reads its square alone. */
  palmsInAnyShape?: boolean;
  /**
   * 192 × 192 pixels, or those of the shape → raw boxes [2016, 18] in pixels of the input and raw scores (logits) [2016], one
   * for each anchor of the shape.
   */
  detectPalms(input: NetworkInput, shape?: PalmShape): Promise<{ boxes: Float32Array; scores: Float32Array }>;
  /** 224 × 224 pixels → landmarks [21, 3] in pixels of the input, and two probabilities. */
  readHand(
    input: NetworkInput,
  ): Promise<{ landmarks: Float32Array; presence: number; rightProbability: number }>;
};
