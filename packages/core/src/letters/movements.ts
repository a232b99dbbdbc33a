import type { Letter } from "./letters.ts";

const movements: ReadonlySet<Letter> = new Set<Letter>(["J", "Z"]);

/** Whether a letter is signed by moving the hand: J and Z are. */
export function isMovement(letter: Letter): boolean {
  return movements.has(letter);
}
