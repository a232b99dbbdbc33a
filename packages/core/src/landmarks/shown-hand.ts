import type { ServerMessageOf } from "../schema/message-types.ts";
import { handLength } from "./landmark-frame.ts";

/** Which of the signer's hands a frame shows. */
export type ShownHand = NonNullable<ServerMessageOf<"prediction">["hand"]> | "none";

/** Says which slots of a landmark frame [42, 3] hold a hand. */
export function shownHand(landmarks: Float32Array): ShownHand {
  const left = isHand(landmarks.subarray(0, handLength));
  const right = isHand(landmarks.subarray(handLength));
  if (left && right) return "both";
  if (left) return "left";
  return right ? "right" : "none";
}

function isHand(slot: Float32Array): boolean {
  return slot.some((coordinate) => coordinate !== 0);
}
