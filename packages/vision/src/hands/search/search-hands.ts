import type { HandTracking } from "@signify/core";
import type { ReadHand } from "./read-region.ts";
import type { SearchContext } from "./search-context.ts";
import { type Look, searchPlan } from "./search-plan.ts";
import { takeLook } from "./take-look.ts";

/**
 * Frames from one search for a second hand to the next while one is followed. At 10 to 30 frames a second a second
 * hand is noticed within a second; the searches cost about a tenth of a palm run per frame. Fingerspelling is done
 * with one hand, so that most searches find nothing.
 */
export const searchInterval = 10;

/** What a search came to. `found` are new hands only. */
export type SearchResult = Pick<HandTracking, "framesSinceSearch" | "nextLook"> & { found: ReadHand[] };

type Progress = Pick<HandTracking, "framesSinceSearch" | "nextLook">;

/** Searches a still picture: one look after the other until one finds a hand. */
export async function searchStill(context: SearchContext): Promise<SearchResult> {
  for (const look of searchPlan) {
    const found = await takeLook(context, look, []);
    if (found.length > 0) return { found, framesSinceSearch: 0, nextLook: 0 };
  }
  return { found: [], framesSinceSearch: 0, nextLook: 0 };
}

/**
 * Searches a live frame, with at most two looks. While no hand is followed: the first look of the plan on every
 * frame, because it finds most hands, and one of the others, each in its turn. While one is followed: the first look
 * every {@link searchInterval} frames.
 */
export async function searchFrame(
  context: SearchContext,
  followed: readonly ReadHand[],
  { framesSinceSearch, nextLook }: Progress,
): Promise<SearchResult> {
  const [first, ...others] = searchPlan;
  const known = followed.map(({ next }) => next);
  if (followed.length > 0) {
    const due = followed.length < context.maxHands && framesSinceSearch + 1 >= searchInterval;
    if (!due) return { found: [], framesSinceSearch: framesSinceSearch + 1, nextLook: 0 };
    return { found: await takeLook(context, first, known), framesSinceSearch: 0, nextLook: 0 };
  }
  const found = await takeLook(context, first, known);
  if (found.length > 0) return { found, framesSinceSearch: 0, nextLook: 0 };
  const turn = nextLook % Math.max(1, others.length);
  const other: Look | undefined = others[turn];
  if (other === undefined) return { found: [], framesSinceSearch: 0, nextLook: 0 };
  return {
    found: await takeLook(context, other, known),
    framesSinceSearch: 0,
    nextLook: (turn + 1) % others.length,
  };
}
