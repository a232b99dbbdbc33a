import { type Letter, letterIndex } from "../letters/letters.ts";
import type { Verdict } from "../schema/message-types.ts";
import type { VerdictRule } from "./verdict-rule.ts";

/** Says of one smoothed distribution [26] after the other whether the wanted letter is shown. */
export type Judge = (distribution: Float32Array) => Verdict;

/** Options of {@link createJudge}. */
export type JudgeOptions = {
  rule: VerdictRule;
  target: Letter;
  /** Whether each distribution stands for itself, as those of still pictures do: nothing has to last then. */
  still: boolean;
};

/** Judges one letter from its asking to the next one's. */
export function createJudge({ rule, target, still }: JudgeOptions): Judge {
  const { shown, almost } = rule.letters[target];
  const hold = still ? 1 : rule.hold;
  let held = 0;

  return (distribution) => {
    const probability = distribution[letterIndex(target)] ?? 0;
    held = probability >= shown ? held + 1 : 0;
    if (held >= hold) return "shown";
    return held > 0 || probability >= almost ? "almost" : "other";
  };
}
