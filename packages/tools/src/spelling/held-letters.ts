import type { Letter } from "@signify/core";
import type { SpellingEvent } from "./watch-word.ts";

const mark = 0.7;
const needed = 900;

/**
 * What free spelling wrote until November 2026, to compare with: a letter that stays likeliest for 0.9 seconds at 0.7 or more, once;
 * again when it was left or the hand was gone.
 */
export function heldLetters(events: readonly SpellingEvent[]): string {
  let text = "";
  let candidate: Letter | undefined;
  let since = 0;
  let written = false;
  for (const event of events) {
    if (candidate && !written && event.at - since >= needed) {
      text += candidate;
      written = true;
    }
    if (event.type === "hand") continue;
    const next = event.type === "reading" && event.probability >= mark ? event.letter : undefined;
    if (next === candidate && event.type === "reading") continue;
    candidate = next;
    since = event.at;
    written = false;
  }
  return text;
}
