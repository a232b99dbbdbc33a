import type { Hand, Region } from "@signify/core";
import { handInputSide } from "../../networks/hand-models.ts";
import { projectLandmarks } from "../region/project-landmarks.ts";
import { regionFromLandmarks } from "../region/region-from-landmarks.ts";
import type { SearchContext } from "./search-context.ts";

/** A hand, and where to look for it next. */
export type ReadHand = { hand: Hand; next: Region };

/** Runs the hand network on one region, whether there is a hand or not: `hand.presence` says so. */
export async function readRegion(
  { sample, models, stopwatch }: SearchContext,
  region: Region,
): Promise<ReadHand> {
  stopwatch.start();
  const input = sample(region, { side: handInputSide, border: "replicate", form: models.forms.hand });
  stopwatch.lap("warp");
  const { landmarks, presence, rightProbability } = await models.readHand(input);
  stopwatch.lap("hand");
  const projected = projectLandmarks(landmarks, region);
  return {
    hand: { landmarks: projected, presence, rightProbability },
    next: regionFromLandmarks(projected),
  };
}
