import type { Flow, Stage, Status } from "../pipeline/flow.ts";
import type { Clock } from "../time/clock.ts";
import type { Score } from "./score.ts";

/** Options of {@link throttle}. */
export type ThrottleOptions = {
  /** Least time between two replies, in milliseconds. */
  minInterval: number;
  /** Least change of the target's probability that is worth a reply. */
  probabilityThreshold: number;
  /** Whether a status passes that says what the last one said. Default false. */
  repeatsStatus?: boolean;
  clock: Clock;
};

type Reply = Pick<Score, "letter" | "targetProbability" | "verdict"> & { at: number };

/**
 * Lets a score pass at most once per interval, and only when the letter or the verdict changed or the probability moved; a status
 * passes when it changed, or always where each picture wants an answer. The first score after a reset always passes.
 */
export function throttle(options: ThrottleOptions): Stage<Flow<Score>, Flow<Score>> {
  const isDue = (value: Score, last: Reply | undefined, now: number): boolean => {
    if (!last) return true;
    if (now - last.at < options.minInterval) return false;
    const moved = Math.abs(value.targetProbability - last.targetProbability);
    const changed = value.letter !== last.letter || value.verdict !== last.verdict;
    return changed || moved > options.probabilityThreshold;
  };

  return async function* (source) {
    let last: Reply | undefined;
    let status: Status | undefined;
    for await (const item of source) {
      if (item.type === "reset") {
        last = undefined;
        status = undefined;
        yield item;
      } else if (item.type === "failure" || item.type === "correction") {
        yield item;
      } else if (item.type === "status") {
        if (!options.repeatsStatus && sameStatus(item.status, status)) continue;
        status = item.status;
        yield item;
      } else {
        const { frame, value } = item;
        if (status?.state !== "tracking") {
          status = { state: "tracking" };
          yield { type: "status", frame, status };
        }
        const now = options.clock();
        if (isDue(value, last, now)) {
          const { letter, targetProbability, verdict } = value;
          last = { letter, targetProbability, verdict, at: now };
          yield item;
        } else {
          frame.settle("throttled");
        }
      }
    }
  };
}

function sameStatus(one: Status, other: Status | undefined): boolean {
  if (one.state === "filling") return other?.state === "filling" && other.frames === one.frames;
  return one.state === other?.state;
}
