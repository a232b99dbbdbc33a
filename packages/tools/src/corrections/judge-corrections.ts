import {
  type CorrectionKey,
  createJudge,
  type HandRanges,
  type Letter,
  letters,
  scoreDistribution,
  type Verdict,
  type VerdictRule,
} from "@signify/core";
import { createAdvisor } from "@signify/core/correction";
import { trulyDiffer } from "./letter-chart.ts";
import { distributionOf, type HeldReading } from "./read-held.ts";
import type { RecordedHand } from "./recorded-hand.ts";

/** One letter that was asked while one was shown, and what came of it. */
export type Judged = {
  hand: RecordedHand;
  reading: HeldReading;
  asked: Letter;
  /** It passes for the asked letter, or nearly. */
  passes: boolean;
  /** What to correct; null for nothing. */
  key: CorrectionKey | null;
  /** Whether what it names truly differs. */
  isTrue: boolean;
};

/** What corrections are found by, and when a letter passes. */
export type JudgeOptions = { ranges: HandRanges; verdict: VerdictRule };

/** Whether a hand [42, 3] that is held passes for the asked letter, and what to correct. */
export function judgeHand(
  landmarks: Float32Array,
  reading: HeldReading,
  asked: Letter,
  { ranges, verdict: rule }: JudgeOptions,
): { verdict: Verdict; key: CorrectionKey | null } {
  const distribution = distributionOf(reading);
  const verdict = createJudge({ rule, target: asked, still: true })(distribution);
  const advisor = createAdvisor({ asked, ranges, still: true });
  const score = scoreDistribution(distribution, asked);
  const { key } = advisor.see({ ...score, verdict, hands: landmarks, capturedAt: 0 });
  return { verdict, key };
}

/** Asks for every letter of the alphabet while a hand shows one. */
export function judgeCorrections(hand: RecordedHand, reading: HeldReading, options: JudgeOptions): Judged[] {
  return letters.map((asked) => {
    const { verdict, key } = judgeHand(hand.landmarks, reading, asked, options);
    const isTrue = key !== null && trulyDiffer(key, hand.letter, asked);
    return { hand, reading, asked, passes: verdict !== "other", key, isTrue };
  });
}
