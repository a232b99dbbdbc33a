/** The figures of the pipeline, with the ancestor's defaults in {@link defaultRecognizerSettings}. */
export type RecognizerSettings = {
  /** Frames in the letter model's window. */
  windowSize: number;
  /** Frames with a hand before a first reading. */
  minFrames: number;
  /** Distributions in the moving mean. */
  smoothingSize: number;
  throttle: {
    /** Least time between two replies, in milliseconds. */
    minInterval: number;
    /** Least change of probability that is worth a reply. */
    probabilityThreshold: number;
  };
};

/** Window 32, mean of 5, a reply at most every 75 ms and when the probability moved by more than 0.03. */
export const defaultRecognizerSettings: RecognizerSettings = {
  windowSize: 32,
  minFrames: 8,
  smoothingSize: 5,
  throttle: { minInterval: 75, probabilityThreshold: 0.03 },
};
