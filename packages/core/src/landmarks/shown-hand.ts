import type { ServerMessageOf } from "../schema/message-types.ts";
import { handLength } from "./landmark-frame.ts";

/** Which of the signer's hands a frame shows. */
export type ShownHand = NonNullable<ServerMessageOf<"prediction">["hand"]> | "none";

/** Says which slots of a landmark frame [42, 3] hold a hand. */
export function shownHand(landmarks: Float32Array): ShownHand {
  const left = isHand(landmarks, 0);
  const right = isHand(landmarks, handLength);
  if (left && right) return "both";
  if (left) return "left";
  return right ? "right" : "none";
}

/** A hand's first number is hardly ever 0, so this is over at once where there is one. */
function isHand(landmarks: Float32Array, start: number): boolean {
  for (let index = start; index < start + handLength; index++) if (landmarks[index] !== 0) return true;
  return false;
}
