import type { HelpLevel } from "./help-level.ts";

/** What is seen of the letter. */
export type ShownHelp = { hand: boolean; words: boolean };

/**
 * What is seen by somebody who practices without the picture: all of it when they ask, the words with the first hint, and
 * the hand when they are stuck. Others see everything from the start.
 */
export function shownHelp(options: { recall: boolean; revealed: boolean; level: HelpLevel }): ShownHelp {
  const { recall, revealed, level } = options;
  const all = !recall || revealed;
  return { hand: all || level === "stuck", words: all || level !== "none" };
}
