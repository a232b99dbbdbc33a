import type { CorrectionKey, HandChange, HandPart } from "../schema/message-types.ts";

/** What a correction is about: the part of the hand, what to do with it, and its landmarks, 0..20. */
export type CorrectionParts = { part: HandPart; change: HandChange; points: readonly number[] };

const pointsOf = {
  thumb: [1, 2, 3, 4],
  index: [5, 6, 7, 8],
  middle: [9, 10, 11, 12],
  ring: [13, 14, 15, 16],
  little: [17, 18, 19, 20],
  hand: [0, 5, 9, 13, 17],
} as const;

const fingers = ["index", "middle", "ring", "little"] as const;

/** Reads a key: "bend-ring", "spread-index-middle", "thumb-out", "palm-sideways", "point-up". */
export function correctionParts(key: CorrectionKey): CorrectionParts {
  const [first = ""] = key.split("-");
  if (first === "thumb") return { part: "thumb", change: "place", points: pointsOf.thumb };
  if (first === "palm") return { part: "hand", change: "turn", points: pointsOf.hand };
  if (first === "point" || first === "draw") return { part: "hand", change: first, points: pointsOf.hand };
  const named = key.endsWith("-fingers") ? fingers : fingers.filter((finger) => key.includes(finger));
  const part = key.endsWith("-fingers") ? "fingers" : (named[0] ?? "fingers");
  return { part, change: first as HandChange, points: named.flatMap((finger) => pointsOf[finger]) };
}
