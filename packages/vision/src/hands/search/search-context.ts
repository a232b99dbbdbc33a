import type { HandModels } from "../../networks/hand-models.ts";
import type { Sample } from "../sampling/sampler.ts";
import type { HandStopwatch } from "./hand-stopwatch.ts";

/** What every step of the search for hands in one picture needs. */
export type SearchContext = {
  /** Samples of the picture. */
  sample: Sample;
  /** Its width in heights. */
  aspect: number;
  models: HandModels;
  stopwatch: HandStopwatch;
  /** How many hands to look for, 1 or 2. */
  maxHands: number;
  /** Probability of a palm from which the first attempt looks at it, 0..1. */
  minDetectionConfidence: number;
  /** Presence from which a reading counts as a hand, 0..1. */
  minTrackingConfidence: number;
};
