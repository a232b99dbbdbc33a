import { handInputSide } from "./hand-landmarks.ts";
import { InputBuffers } from "./input-buffers.ts";
import { projectLandmarks } from "./project-landmarks.ts";
import { regionFromLandmarks } from "./region-from-landmarks.ts";
import { sampleRegion } from "./sample-region.ts";
import type { SearchContext } from "./search-context.ts";
import type { Hand, Region } from "./types.ts";

/** A hand, and where to look for it next. */
export type ReadHand = { hand: Hand; next: Region };

const buffers = new InputBuffers(3 * handInputSide * handInputSide);

/** Runs the hand network on one region, whether there is a hand or not: `hand.presence` says so. */
export function readRegion({ image, models, stopwatch }: SearchContext, region: Region): Promise<ReadHand> {
  return buffers.lend(async (input) => {
    stopwatch.start();
    sampleRegion(image, region, handInputSide, "replicate", input);
    stopwatch.lap("warp");
    const { landmarks, presence, rightProbability } = await models.readHand(input);
    stopwatch.lap("hand");
    const projected = projectLandmarks(landmarks, region);
    return {
      hand: { landmarks: projected, presence, rightProbability },
      next: regionFromLandmarks(projected),
    };
  });
}
