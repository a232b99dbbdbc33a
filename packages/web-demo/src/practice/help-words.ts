import type { Letter } from "@signify/core";
import { texts } from "../texts/texts.ts";
import type { Help } from "./follow-help.ts";

/** The one sentence that helps now: what to correct, or else to compare, and at last how the letter is made; none at first. */
export function helpWords(letter: Letter, { level, correction }: Pick<Help, "level" | "correction">): string {
  if (level === "none") return "";
  if (correction?.key) return texts.corrections[correction.key];
  return level === "hint" ? texts.help.compare : texts.handShapes[letter];
}
