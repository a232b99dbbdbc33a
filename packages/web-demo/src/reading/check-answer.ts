/** How an answer compares with the word that was spelled. */
export type AnswerCheck =
  | { outcome: "empty" }
  | { outcome: "right" }
  /** As many letters as the word has; so many of them are in their place. */
  | { outcome: "almost"; right: number }
  | { outcome: "length" };

/** What counts of an answer: its letters, in capitals. Spaces, dashes, accents and capitals are no mistakes. */
function lettersTyped(answer: string): string {
  return answer
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z]/g, "");
}

/** Checks what somebody typed for `word`, which is in capitals. */
export function checkAnswer(word: string, answer: string): AnswerCheck {
  const typed = lettersTyped(answer);
  if (typed === "") return { outcome: "empty" };
  if (typed === word) return { outcome: "right" };
  if (typed.length !== word.length) return { outcome: "length" };
  return { outcome: "almost", right: Array.from(word).filter((letter, at) => letter === typed[at]).length };
}
