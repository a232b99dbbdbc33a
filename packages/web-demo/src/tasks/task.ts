import { longestWord } from "../practice/words.ts";

/** What a teacher sets a class. */
export type Task = {
  title: string;
  /** Letters and words, in capitals. */
  items: readonly string[];
  order: "given" | "shuffled";
  /** How strict the page is, 0..1: see `holdFor`. */
  passMark: number;
  /** The class that it is for, as its teacher calls it. */
  group?: string;
  /** The key with which a learner hands in to the school's server; see `inboxKeys`. */
  inbox?: string;
};

/** How much a task may hold, so that its link stays short enough to be scanned. */
export const taskLimits = {
  titleLength: 80,
  groupLength: 40,
  items: 40,
  wordLength: longestWord,
  letters: 200,
} as const;

/** What is wrong with the text of a task. */
export type ItemsProblem = "empty" | "not-letters" | "word-too-long" | "too-many";

/** Reads letters and words that are parted by spaces, commas or lines. */
export function readItems(text: string): { items: string[] } | { problem: ItemsProblem; item?: string } {
  const items = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((item) => item !== "");
  const odd = items.find((item) => !/^[A-Z]+$/.test(item));
  if (odd !== undefined) return { problem: "not-letters", item: odd };
  const long = items.find((item) => item.length > taskLimits.wordLength);
  if (long !== undefined) return { problem: "word-too-long", item: long };
  if (items.length === 0) return { problem: "empty" };
  const tooMany = items.length > taskLimits.items || items.join("").length > taskLimits.letters;
  return tooMany ? { problem: "too-many" } : { items };
}

/** The items in the order in which a learner meets them. `random` gives numbers from 0 up to but not including 1. */
export function orderedItems(task: Task, random: () => number): string[] {
  const items = [...task.items];
  if (task.order === "given") return items;
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [items[last], items[other]];
    if (one !== undefined && two !== undefined) [items[last], items[other]] = [two, one];
  }
  return items;
}
