import type { Letter, ScoredLetter, ServerMessageOf, Verdict } from "@signify/core";
import type { JpegSource } from "../frames/read-jpeg.ts";

/**
 * A picture that is drawn by the browser: ImageData, a `<canvas>` or OffscreenCanvas, an ImageBitmap, an `<img>`, a
 * `<video>` or a VideoFrame. Named by what they have, so that runtimes without a DOM have the type too.
 */
export type DrawnPicture =
  | {
      /** In pixels. */
      readonly width: number;
      /** In pixels. */
      readonly height: number;
    }
  | {
      /** Of a `<video>`: in pixels of its pictures, however large it is shown. */
      readonly videoWidth: number;
      /** In the same pixels. */
      readonly videoHeight: number;
    }
  | {
      /** Of a VideoFrame, in pixels. */
      readonly displayWidth: number;
      /** In pixels. */
      readonly displayHeight: number;
    };

/** A picture as an app may have it: a JPEG as bytes or base64, a Blob or File of any kind that the browser shows, or a drawn one. */
export type Picture = JpegSource | Blob | DrawnPicture;

/** Options of `client.recognize`. */
export type RecognizeOptions = {
  /** The letter that is wanted in this picture, null for none. Default: the client's target. */
  target?: Letter | Lowercase<Letter> | null;
  /** Whether left and right are exchanged in it, as in a selfie preview. Default false. */
  mirrored?: boolean;
  /** Longest side in pixels of the JPEG that is made of other pictures. Default 1,024. */
  maxSide?: number;
  /** Quality of that JPEG, 0..1. Default 0.9. */
  quality?: number;
  /** Milliseconds until an answer is given up, from when its turn has come. Default 10,000. */
  timeout?: number;
  /** Aborting it rejects with its reason, at once. */
  signal?: AbortSignal;
};

/** What is seen in one picture. */
export type Recognition = {
  /** The best letter; null without a hand, and where the hand hardly shows a letter (`letterness` under one half). */
  letter: Letter | null;
  /** The probability of the best of `top`, 0..1; 0 without a hand. */
  probability: number;
  /** How much this is a letter at all, 0..1; 0 without a hand. */
  letterness: number;
  /** The three best letters, best first, also where none of them is sure; empty without a hand. */
  top: readonly ScoredLetter[];
  /** [42, 3]: rows 0–20 the signer's left hand, 21–41 the right, in picture heights, un-mirrored; null without a hand. */
  landmarks: readonly number[] | null;
  /** Which of the signer's hands is in view; null without a hand. */
  hand: NonNullable<ServerMessageOf<"prediction">["hand"]> | null;
  /** The letter that was wanted, null for none. */
  target: Letter | null;
  /** Its probability, 0..1; null while none is wanted. */
  targetProbability: number | null;
  /** Whether it is shown; null while none is wanted. */
  verdict: Verdict | null;
};
