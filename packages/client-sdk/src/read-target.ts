import { type Letter, parseLetter, SignifyError } from "@signify/core";

/** Reads a letter in either case. @throws SignifyError "bad-message" for anything else. */
export function readLetter(letter: unknown, more = ""): Letter {
  const read = parseLetter(letter);
  if (read) return read;
  throw new SignifyError("bad-message", `Expected one letter A–Z${more}.`);
}

/** Reads a letter in either case, or null. @throws SignifyError "bad-message" for anything else, undefined among it. */
export function readTarget(target: unknown): Letter | null {
  return target === null ? null : readLetter(target, ", or null for no target");
}
