import type { HandTracking } from "@signify/core";
import type { ReadHand } from "./read-region.ts";
import type { SearchContext } from "./search-context.ts";
import { firstLiveLook, type Look, livePlan, stillPlan } from "./search-plan.ts";
import { takeLook } from "./take-look.ts";

/**
 * Frames from one search for a second hand to the next while one is followed. At 10 to 30 frames a second a second
 * hand is noticed within a second; the searches cost about a tenth of a palm run per frame. Fingerspelling is done
 * with one hand, so that most searches find nothing.
 */
export const searchInterval = 10;

/** What a search came to. `found` are new hands only. */
export type SearchResult = Pick<HandTracking, "framesSinceSearch" | "nextLook"> & { found: ReadHand[] };

/** Searches a still picture: one look after the other until one finds a hand. */
export async function searchStill(context: SearchContext): Promise<SearchResult> {
  for (const look of stillPlan) {
    const found = await takeLook(context, look, []);
    if (found.length > 0) return { found, framesSinceSearch: 0, nextLook: 0 };
  }
  return { found: [], framesSinceSearch: 0, nextLook: 0 };
}

/**
 * Searches a live frame. While no hand is followed: one look of the plan, where the last frame's search ended. Two where the hand was just lost,
 * so that it is seen again at once, and where the palm network cannot make small looks quick. While one is followed: the first
 * look every {@link searchInterval} frames.
 */
export async function searchFrame(
  context: SearchContext,
  followed: readonly ReadHand[],
  { tracks, framesSinceSearch, nextLook }: HandTracking,
): Promise<SearchResult> {
  const known = followed.map(({ next }) => next);
  if (followed.length > 0) {
    const due = followed.length < context.maxHands && framesSinceSearch + 1 >= searchInterval;
    if (!due) return { found: [], framesSinceSearch: framesSinceSearch + 1, nextLook: 0 };
    return { found: await takeLook(context, firstLiveLook, known), framesSinceSearch: 0, nextLook: 0 };
  }
  const looks = tracks.length > 0 || !context.models.palmsInAnyShape ? 2 : 1;
  for (let look = 0; look < looks; look++) {
    const found = await takeLook(context, lookAt(nextLook + look), known);
    if (found.length > 0) return { found, framesSinceSearch: 0, nextLook: 0 };
  }
  return { found: [], framesSinceSearch: 0, nextLook: (nextLook + looks) % livePlan.length };
}

function lookAt(turn: number): Look {
  return livePlan[turn % livePlan.length] ?? firstLiveLook;
}
