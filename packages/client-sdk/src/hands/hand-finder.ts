import { type Clock, type Hand, noTracking, systemClock } from "@signify/core";
import { type FindHandsOptions, findHands, type RgbaImage } from "@signify/vision/hands";

/** Options of {@link createHandFinder}. */
export type HandFinderOptions = Omit<FindHandsOptions, "tracking" | "clock"> & { maxHands: number };

/** The hands in a picture, at most `maxHands`. */
export type HandsInView = {
  hands: Hand[];
  /** Whether one hand is wanted and others are in view too, as far as was seen lately. */
  moreHands: boolean;
};

/** Milliseconds from one glance for a second hand to the next, and to the one that confirms what is new. */
const glanceEvery = 2000;
const confirmAfter = 500;

/** What a finder is made of, for tests. */
type Parts = { clock?: Clock; find?: typeof findHands };

/**
 * Finds hands in one picture after the other, and follows them. Where one hand is wanted it glances now and then whether there is
 * a second one, which costs a run of the palm network, and of the hand network if there is one, and is believed when it was seen
 * twice; the second is not followed, and no letter is read of it. A picture that is said to be a still is looked at by itself: what is
 * followed is left as it is.
 */
export function createHandFinder(
  options: HandFinderOptions,
  { clock = systemClock, find = findHands }: Parts = {},
): (image: RgbaImage, wishes?: { still?: boolean }) => Promise<HandsInView> {
  const { mode, maxHands } = options;
  const wantsOne = mode === "live" && maxHands === 1;
  let tracking = noTracking;
  let nextGlance = clock();
  let sawMore = false;
  let moreHands = false;

  return async (image, { still = false } = {}) => {
    if (still) {
      const { hands } = await find(image, { ...options, mode: "still", maxHands: 2, tracking: noTracking });
      return { hands, moreHands: false };
    }
    const now = clock();
    const glances = wantsOne && tracking.tracks.length === 1 && now >= nextGlance;
    const found = await find(
      image,
      glances
        ? { ...options, maxHands: 2, tracking: { ...tracking, framesSinceSearch: Number.POSITIVE_INFINITY } }
        : { ...options, tracking },
    );
    if (glances) {
      const seesMore = found.hands.length > 1;
      if (seesMore === sawMore) moreHands = seesMore;
      sawMore = seesMore;
      nextGlance = now + (seesMore === moreHands ? glanceEvery : confirmAfter);
    }
    // The one that was followed comes first.
    tracking = { ...found.tracking, tracks: found.tracking.tracks.slice(0, maxHands) };
    return { hands: found.hands.slice(0, maxHands), moreHands };
  };
}
