import type { PictureFrame } from "./frame.ts";
import type { HandTimings, HandTracking, RgbaImage } from "./hands/types.ts";

/** A camera's frames follow each other; a still picture stands for itself and gets every look at once. */
export type RecognitionMode = "live" | "still";

/** JPEG → RGB. @throws SignifyError "bad-picture" or "picture-too-large". */
export type FrameDecoder = {
  /** `exact` asks for the precise transform where a faster one is off by a shade, which a still picture is worth. */
  decode(jpeg: Uint8Array, options?: { exact?: boolean }): RgbaImage | Promise<RgbaImage>;
};

/** What the search for hands makes of one picture. */
export type LocatedHands = {
  /** [42, 3] float32 in picture heights, un-mirrored; zeros where there is no hand. */
  landmarks: Float32Array;
  /** How many hands were found: 0, 1 or 2. */
  hands: number;
  /** Width / height of the picture. */
  aspect: number;
  tracking: HandTracking;
  timings: HandTimings & { decode: number };
};

/** The right to use one vision worker for one picture. */
export type VisionLease = {
  /**
   * Finds the hands in a picture, once; the worker is free again when the promise settles.
   * @throws SignifyError "bad-picture", "picture-too-large" or "vision-failed".
   */
  locate(frame: PictureFrame, tracking: HandTracking, mode: RecognitionMode): Promise<LocatedHands>;
  /** Gives the worker back unused. */
  release(): void;
};

/** Finds hands: in this process, or in a pool of vision processes. */
export type HandLocator = {
  /**
   * Waits for a free worker. A frame is chosen only then, so that what a worker gets is the newest there is.
   * @throws the signal's reason when it is aborted first.
   */
  acquire(signal: AbortSignal): Promise<VisionLease>;
};

/** A window's letters: `probabilities` [26] sums to 1, `letterness` 0..1 says how much it is a letter at all. */
export type LetterReading = { probabilities: Float32Array; letterness: number };

/** The letter model. */
export type LetterClassifier = {
  /** Reads a window [32, 42, 3] in picture heights, oldest frame first; missing leading frames are zeros. */
  classify(window: Float32Array): Promise<LetterReading>;
};
