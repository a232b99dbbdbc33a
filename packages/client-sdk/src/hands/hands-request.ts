import type { RecognitionMode } from "@signify/core";

/** First call of the hands worker: it begins LiteRT, whose program comes with the next call. Answered once its threads are created. */
export type StartHands = { type: "start"; loader: string; threads: number };

/** Second call: addresses of its files, and how it looks for hands. */
export type LoadHands = {
  type: "load";
  binary: string;
  palmDetection: string;
  handLandmark: string;
  mode: RecognitionMode;
  maxHands: number;
  minDetectionConfidence: number;
  minTrackingConfidence: number;
};

/** A picture to look at. It is given away: the worker closes it. */
export type FindHands = {
  type: "find";
  picture: ImageBitmap | VideoFrame;
  mirrored: boolean;
  /** Looks at it by itself, whatever the mode: what is followed is left as it is. */
  still: boolean;
};

/** What the hands worker is asked. */
export type HandsRequest = StartHands | LoadHands | FindHands;

/** The hands in one picture. */
export type FoundHands = {
  /** [42, 3]: rows 0–20 the signer's left hand, 21–41 the right, in picture heights, un-mirrored, zeros where there is none. */
  landmarks: Float32Array;
  /** How many hands were found: 0, 1 or 2. */
  hands: number;
  /** Whether one hand is looked for and others are in view too: a glance every two seconds tells. */
  moreHands: boolean;
  /** Width / height of the picture. */
  aspect: number;
  /** How long it took, in milliseconds. */
  milliseconds: number;
};
