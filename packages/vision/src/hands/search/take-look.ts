import type { Region } from "@signify/core";
import { regionFromPalm } from "../region/region-from-palm.ts";
import { isUsableRegion } from "../region/region-geometry.ts";
import { isSameHand } from "../region/same-hand.ts";
import { type ReadHand, readRegion } from "./read-region.ts";
import type { SearchContext } from "./search-context.ts";
import type { Attempt, Look } from "./search-plan.ts";
import { seePalms } from "./see-palms.ts";

/**
 * Takes one look for hands: runs the palm network once, and the hand network on its palms until an attempt of the look
 * finds a hand.
 *
 * @param known regions of hands that are known already; palms there are left out
 * @returns the new hands, at most as many as there is room for beside the known ones
 */
export async function takeLook(
  context: SearchContext,
  look: Look,
  known: readonly Region[],
): Promise<ReadHand[]> {
  const palms = await seePalms(context, look);
  for (const attempt of look.attempts) {
    const found: ReadHand[] = [];
    for (const palm of palms(attempt.scoreFactor * context.minDetectionConfidence)) {
      if (known.length + found.length >= context.maxHands) break;
      const region = regionFromPalm(palm, attempt.angle);
      const taken = [...known, ...found.map(({ next }) => next)];
      const read = await readIfNew(context, region, attempt, taken);
      if (read !== undefined) found.push(read);
    }
    if (found.length > 0) return found;
  }
  return [];
}

async function readIfNew(
  context: SearchContext,
  region: Region,
  attempt: Attempt,
  taken: readonly Region[],
): Promise<ReadHand | undefined> {
  const minPresence = Math.max(attempt.minPresence, context.minTrackingConfidence);
  const isTaken = (where: Region) => taken.some((other) => isSameHand(where, other));
  const read = async (where: Region): Promise<ReadHand | undefined> => {
    if (isTaken(where) || !isUsableRegion(where, context.aspect)) return undefined;
    const reading = await readRegion(context, where);
    // A palm beside a known hand may lead to that hand.
    return reading.hand.presence >= minPresence && !isTaken(reading.next) ? reading : undefined;
  };

  const first = await read(region);
  if (first === undefined || first.hand.presence >= attempt.confirmBelow) return first;
  const second = await read(first.next);
  const third = second && (await read(second.next));
  return third && (attempt.take === "first" ? first : third);
}
