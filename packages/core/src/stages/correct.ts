import { type Advisor, type Correction, createAdvisor } from "../correction/create-advisor.ts";
import type { HandRanges } from "../correction/hand-ranges.ts";
import type { Flow, Stage } from "../pipeline/flow.ts";
import type { Score } from "./score.ts";

/** Options of {@link correct}. */
export type CorrectOptions = {
  /** How people sign each letter; without it nothing is said of what to correct. */
  ranges: HandRanges | undefined;
  /** Whether each frame stands for itself. */
  still: boolean;
};

/**
 * Adds what to correct, when that has changed; of still pictures with each. Scores pass as they are. Keeps what was seen of the
 * hand in the last second.
 */
export function correct({ ranges, still }: CorrectOptions): Stage<Flow<Score>, Flow<Score>> {
  if (!ranges) return (source) => source;
  return async function* (source) {
    let advisor: Advisor | undefined;
    let said: Correction["key"] = null;
    let points = "";
    for await (const item of source) {
      if (item.type === "reset") {
        advisor = item.target ? createAdvisor({ asked: item.target, ranges, still }) : undefined;
        said = null;
        points = "";
      } else if (advisor && (item.type === "value" || item.type === "status")) {
        const { frame } = item;
        const { hands } = frame;
        const correction =
          item.type === "value" && hands
            ? advisor.see({ ...item.value, hands, capturedAt: frame.capturedAt })
            : advisor.forget();
        const concerned = correction.points.join();
        if (correction.key !== said || concerned !== points || (still && item.type === "value")) {
          said = correction.key;
          points = concerned;
          yield { type: "correction", frame, correction };
        }
      }
      yield item;
    }
  };
}
