/** How much help is shown: none, a hint, or everything there is, large. */
export type HelpLevel = "none" | "hint" | "stuck";

/** Milliseconds of trying in vain after which there is a hint, and after which nobody should have to try on alone. */
const hintAfter = 5000;
const stuckAfter = 15_000;

/** The help for somebody who has tried one letter for so many milliseconds. */
export function helpLevel(tried: number): HelpLevel {
  if (tried < hintAfter) return "none";
  return tried < stuckAfter ? "hint" : "stuck";
}
