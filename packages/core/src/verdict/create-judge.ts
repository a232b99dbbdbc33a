import { type Letter, letterIndex } from "../letters/letters.ts";
import type { Verdict } from "../schema/message-types.ts";
import type { VerdictRule } from "./verdict-rule.ts";

/** Says of each smoothed distribution [26], captured at some milliseconds, whether the wanted letter is shown. */
export type Judge = (distribution: Float32Array, capturedAt: number) => Verdict;

/** Options of {@link createJudge}. */
export type JudgeOptions = {
  rule: VerdictRule;
  target: Letter;
  /** Whether each distribution stands for itself, as those of still pictures do: nothing has to last then. */
  still: boolean;
};

/** Frames that are further apart than this, in milliseconds, do not show the same hand lasting. */
const longestGap = 1000;

/** Judges one letter from its asking to the next one's. */
export function createJudge({ rule, target, still }: JudgeOptions): Judge {
  const { hold } = rule.letters[target];
  let since: number | undefined;
  let last = Number.NaN;

  return (distribution, capturedAt) => {
    const gap = capturedAt - last;
    if (!(gap >= 0 && gap <= longestGap)) since = undefined;
    last = capturedAt;
    const nearness = nearnessOf(distribution, target, rule);
    if (nearness < 1) {
      since = undefined;
      return nearness >= rule.almost ? "almost" : "other";
    }
    since ??= capturedAt;
    return still || capturedAt - since >= hold ? "shown" : "almost";
  };
}

/** How near a letter is to its mark: 1 and more once it is there and leads its look-alikes. */
export function nearnessOf(distribution: Float32Array, letter: Letter, rule: VerdictRule): number {
  const probabilityOf = (other: Letter) => distribution[letterIndex(other)] ?? 0;
  const { mark, lookAlikes } = rule.letters[letter];
  const needed = Math.max(mark, ...lookAlikes.map((other) => rule.lead * probabilityOf(other)));
  return probabilityOf(letter) / needed;
}
