import {
  type Correction,
  type CorrectionKey,
  createJudge,
  type HandRanges,
  type Letter,
  letters,
  scoreDistribution,
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

/** Options of {@link judgeCorrections}. */
export type JudgeCorrectionsOptions = { ranges: HandRanges; verdict: VerdictRule };

/** Asks for every letter of the alphabet while a hand shows one. */
export function judgeCorrections(
  hand: RecordedHand,
  reading: HeldReading,
  { ranges, verdict: rule }: JudgeCorrectionsOptions,
): Judged[] {
  const distribution = distributionOf(reading);
  return letters.map((asked) => {
    const verdict = createJudge({ rule, target: asked, still: true })(distribution);
    const advisor = createAdvisor({ asked, ranges, still: true });
    const score = scoreDistribution(distribution, asked);
    const { key }: Correction = advisor.see({ ...score, verdict, hands: hand.landmarks, capturedAt: 0 });
    const isTrue = key !== null && trulyDiffer(key, hand.letter, asked);
    return { hand, reading, asked, passes: verdict !== "other", key, isTrue };
  });
}
