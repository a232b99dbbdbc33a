import {
  type Clock,
  type Hand,
  type HandTimings,
  type HandTracking,
  noTracking,
  type RecognitionMode,
  systemClock,
} from "@signify/core";
import type { HandModels } from "../../networks/hand-models.ts";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import type { Sampler } from "../sampling/sampler.ts";
import { followTracks } from "./follow-tracks.ts";
import { HandStopwatch } from "./hand-stopwatch.ts";
import { searchFrame, searchStill } from "./search-hands.ts";

/** What {@link findHands} answers. */
export type HandsInPicture = { hands: Hand[]; tracking: HandTracking; timings: HandTimings };

/** Options of {@link findHands}. */
export type FindHandsOptions = {
  models: HandModels;
  /** What reads regions of the picture: see `createSampler`. One search at a time uses it. */
  sampler: Sampler;
  mode: RecognitionMode;
  /** What the search of the camera's last frame returned; `noTracking` for the first. A still needs none. */
  tracking?: HandTracking;
  /** How many hands to look for, 1 or 2. */
  maxHands?: number;
  /** Probability from which a palm is looked at in the first look, 0..1; later looks accept less. */
  minDetectionConfidence?: number;
  /** Probability from which the hand network's reading counts as a hand, 0..1; later looks want more. */
  minTrackingConfidence?: number;
  clock?: Clock;
};

/**
 * Finds up to two hands in a picture.
 *
 * A hand of the last frame is looked for where its landmarks say; that costs one run of the hand network. Only while a
 * hand is missing does the palm network look for it, by the plans in `search-plan.ts`: in a live frame one look or two,
 * which continue on the next one; in a still all of them until one finds a hand. While one hand is followed,
 * the search for a second is one look every ten frames.
 *
 * @throws what the models throw
 */
export async function findHands(
  image: RgbaImage,
  {
    models,
    sampler,
    mode,
    tracking = noTracking,
    maxHands = 2,
    minDetectionConfidence = 0.5,
    minTrackingConfidence = 0.5,
    clock = systemClock,
  }: FindHandsOptions,
): Promise<HandsInPicture> {
  const stopwatch = new HandStopwatch(clock);
  const context = {
    sample: sampler.open(image),
    aspect: image.width / image.height,
    models,
    stopwatch,
    maxHands,
    minDetectionConfidence,
    minTrackingConfidence,
  };
  const followed = mode === "still" ? [] : await followTracks(context, tracking.tracks);
  const { found, framesSinceSearch, nextLook } =
    mode === "still" ? await searchStill(context) : await searchFrame(context, followed, tracking);
  const hands = [...followed, ...found];
  return {
    hands: hands.map(({ hand }) => hand),
    tracking: {
      tracks: hands.map(({ hand, next }) => ({ region: next, rightProbability: hand.rightProbability })),
      framesSinceSearch,
      nextLook,
    },
    timings: stopwatch.timings,
  };
}
