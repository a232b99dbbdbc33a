import { landmarkFrameLength } from "@signify/core";
import { createAdvisor, type Reading } from "@signify/core/correction";
import { readHandRangesFile } from "@signify/vision/letters";
import { time } from "./statistics.ts";

/** Times, in milliseconds, of finding what to correct in one hand, for sessions that ask for it. */
export function correctionTimes(frames: number): Promise<number[]> {
  const advisor = createAdvisor({ asked: "S", ranges: readHandRangesFile(), still: true });
  const hands = new Float32Array(landmarkFrameLength).map(() => Math.random());
  const letter = { letter: "B", probability: 0.9 } as const;
  const reading: Reading = { ...letter, verdict: "other", top: [letter], hands, capturedAt: 0 };
  return time(() => advisor.see(reading), frames);
}
