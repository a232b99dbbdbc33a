import { type Letter, parseLetter, SignifyError } from "@signify/core";

/** A letter in either case, or null. @throws SignifyError "bad-message" for anything else. */
export function readTarget(target: unknown): Letter | null {
  if (target === null || target === undefined) return null;
  const letter = parseLetter(target);
  if (letter) return letter;
  throw new SignifyError("bad-message", "Expected the target to be one letter A–Z, or null for none.");
}
