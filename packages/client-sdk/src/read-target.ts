import { type Letter, parseLetter, SignifyError } from "@signify/core";

/** Reads a letter in either case. @throws SignifyError "bad-message" for anything else. */
export function readLetter(letter: unknown): Letter {
  const read = parseLetter(letter);
  if (read) return read;
  throw new SignifyError("bad-message", "Expected one letter A–Z, or null for no target.");
}

/** Reads a letter in either case, or null. @throws SignifyError "bad-message" for anything else. */
export function readTarget(target: unknown): Letter | null {
  return target === null || target === undefined ? null : readLetter(target);
}
