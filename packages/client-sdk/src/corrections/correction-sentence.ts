import type { CorrectionKey } from "@signify/core";

/**
 * The correction in one short English sentence, for a learner to read. Other languages make theirs of the same keys.
 * @example client.on("correction", ({ key }) => show(key ? correctionSentence(key) : ""));
 */
export function correctionSentence(key: CorrectionKey): string {
  return sentences[key];
}

const sentences: Readonly<Record<CorrectionKey, string>> = {
  "bend-index": "Bend your index finger more.",
  "bend-middle": "Bend your middle finger more.",
  "bend-ring": "Bend your ring finger more.",
  "bend-little": "Bend your little finger more.",
  "bend-fingers": "Bend your fingers more.",
  "straighten-index": "Straighten your index finger.",
  "straighten-middle": "Straighten your middle finger.",
  "straighten-ring": "Straighten your ring finger.",
  "straighten-little": "Straighten your little finger.",
  "straighten-fingers": "Straighten your fingers.",
  "spread-index-middle": "Spread your index and middle fingers.",
  "spread-middle-ring": "Spread your middle and ring fingers.",
  "spread-ring-little": "Spread your ring and little fingers.",
  "close-index-middle": "Hold your index and middle fingers together.",
  "close-middle-ring": "Hold your middle and ring fingers together.",
  "close-ring-little": "Hold your ring and little fingers together.",
  "cross-index-middle": "Cross your index and middle fingers.",
  "uncross-index-middle": "Do not cross your index and middle fingers.",
  "thumb-beside-index": "Thumb beside your index finger, not across the fingers.",
  "thumb-across-palm": "Fold your thumb across the palm.",
  "thumb-opposite-fingers": "Thumb opposite your fingers.",
  "thumb-under-fingertips": "Thumb under your fingertips.",
  "thumb-along-index": "Thumb along your index finger.",
  "thumb-across-fingers": "Thumb across the fingers, not beside.",
  "thumb-between-index-and-middle": "Thumb between your index and middle fingers.",
  "thumb-out": "Stretch your thumb out.",
  "thumb-under-one-finger": "Tuck your thumb under your index finger.",
  "thumb-under-two-fingers": "Tuck your thumb under two fingers.",
  "thumb-under-three-fingers": "Tuck your thumb under three fingers.",
  "thumb-touches-index": "Touch your index finger with your thumb.",
  "thumb-touches-middle": "Touch your middle finger with your thumb.",
  "thumb-touches-little": "Hold your little finger down with your thumb.",
  "thumb-touches-fingertips": "Touch all your fingertips with your thumb.",
  "palm-to-camera": "Turn your palm to the camera.",
  "palm-sideways": "Turn your palm to the side.",
  "point-up": "Point your hand up.",
  "point-sideways": "Point your hand to the side.",
  "point-down": "Point your hand down.",
  "draw-letter": "The handshape is right: now draw the letter.",
};
