import { type Letter, parseLetter as read } from "@signify/core";
import { readLetter } from "./read-target.ts";

/** Whether something is a letter as events name it: one of "A" to "Z". */
export function isLetter(value: unknown): value is Letter {
  return value !== undefined && read(value) === value;
}

/** Reads a letter in either case, such as what a person typed. @throws SignifyError "bad-message" for anything else. */
export function parseLetter(text: unknown): Letter {
  return readLetter(text);
}
