import { createLetterWriter } from "@signify/core";
import type { SpellingEvent } from "./watch-word.ts";

/** What the product writes of a word. */
export function writtenLetters(events: readonly SpellingEvent[]): string {
  let text = "";
  const writer = createLetterWriter({
    onLetter: (letter, replaces) => {
      text = (replaces ? text.slice(0, -1) : text) + letter;
    },
  });
  for (const event of events) {
    if (event.type === "hand") writer.see(event.landmarks, event.at);
    else if (event.type === "reading") writer.read(event.letter, event.probability, event.at);
    else writer.lose(event.at);
  }
  return text;
}
