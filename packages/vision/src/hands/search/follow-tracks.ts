import type { HandTrack } from "@signify/core";
import { isUsableRegion } from "../region/region-geometry.ts";
import { isSameHand } from "../region/same-hand.ts";
import { type ReadHand, readRegion } from "./read-region.ts";
import type { SearchContext } from "./search-context.ts";

/**
 * How much of a frame's handedness goes into the track's: about the last five frames count, so that a hand seen from
 * the side for a moment does not jump to the other slot.
 */
const handednessGain = 0.2;

/**
 * Looks for each hand of the last frame where its landmarks said that it would be: one run of the hand network per
 * hand. A track ends when no hand is there any more; of two tracks that ran into the same hand the surer one stays.
 */
export async function followTracks(
  context: SearchContext,
  tracks: readonly HandTrack[],
): Promise<ReadHand[]> {
  const present: ReadHand[] = [];
  for (const { region, rightProbability } of tracks.slice(0, context.maxHands)) {
    if (!isUsableRegion(region, context.aspect)) continue;
    const { hand, next } = await readRegion(context, region);
    if (!(hand.presence >= context.minTrackingConfidence)) continue;
    const smoothed = rightProbability + handednessGain * (hand.rightProbability - rightProbability);
    present.push({ hand: { ...hand, rightProbability: smoothed }, next });
  }
  const [first, second] = present;
  if (first === undefined || second === undefined || !isSameHand(first.next, second.next)) return present;
  return [second.hand.presence > first.hand.presence ? second : first];
}
