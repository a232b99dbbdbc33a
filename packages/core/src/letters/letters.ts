/** One of {@link letters}. */
export type Letter =
  | ("A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M")
  | ("N" | "O" | "P" | "Q" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z");

/** The fingerspelling alphabet in the order of the letter model's outputs: index 0 is A, index 25 is Z. */
export const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"] as readonly Letter[];

/** Number of letters, and of the letter model's classes. */
export const letterCount = letters.length;

/** Position of a letter in a distribution. */
export function letterIndex(letter: Letter): number {
  return letter.charCodeAt(0) - 65;
}

/** The letter at a position of a distribution. @throws RangeError outside 0..25. */
export function letterAt(index: number): Letter {
  const letter = letters[index];
  if (letter === undefined) throw new RangeError("expected a letter index from 0 to 25");
  return letter;
}

/** Reads one letter in either case; anything else is `undefined`. */
export function parseLetter(text: unknown): Letter | undefined {
  return typeof text === "string" && /^[A-Za-z]$/.test(text) ? (text.toUpperCase() as Letter) : undefined;
}
