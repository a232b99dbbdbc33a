import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { openHand } from "./sample-hands.ts";

/** From the wrist to the middle finger's base of {@link openHand}, in picture heights. */
const palm = 0.2508;
const indexTip = 8;

/** A landmark frame [42, 3] with {@link openHand} moved in the picture, and its index fingertip against the palm, all in palm lengths. */
export function rightHand({ x, y, bend }: { x: number; y: number; bend: number }): Float32Array {
  const landmarks = new Float32Array(landmarkFrameLength);
  const hand = openHand().map((value, index) => value + ([x, y][index % 3] ?? 0) * palm);
  hand[3 * indexTip] = (hand[3 * indexTip] ?? 0) + bend * palm;
  landmarks.set(hand, landmarkFrameLength / 2);
  return landmarks;
}
