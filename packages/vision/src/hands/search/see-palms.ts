import type { Region } from "@signify/core";
import { palmInputSide } from "../../networks/hand-models.ts";
import { decodePalms } from "../palm/decode-palms.ts";
import type { PalmDetection } from "../palm/palm-detection.ts";
import { projectPalm } from "../palm/project-palm.ts";
import { suppressOverlaps } from "../palm/suppress-overlaps.ts";
import type { NetworkInput } from "../sampling/sampler.ts";
import type { SearchContext } from "./search-context.ts";
import type { Look } from "./search-plan.ts";

/** Palms that overlap more than this are one, as in MediaPipe's `palm_detection_cpu.pbtxt`. */
const minOverlap = 0.3;

/** The palms of probability `minScore` or more that one run of the network saw, best first, in picture heights. */
export type SeenPalms = (minScore: number) => PalmDetection[];

/**
 * Runs the palm network on a square around the picture's center; what lies outside the picture is black.
 */
export async function seePalms(
  { sample, aspect, models, stopwatch, maxHands }: SearchContext,
  { padding, rotation, gain }: Look,
): Promise<SeenPalms> {
  const square: Region = {
    centerX: aspect / 2,
    centerY: 0.5,
    size: padding * Math.max(1, aspect),
    rotation,
  };
  stopwatch.start();
  const input = sample(square, { side: palmInputSide, border: "zero", form: models.forms.palm });
  if (gain !== 1) brighten(input, gain);
  stopwatch.lap("warp");
  const { boxes, scores } = await models.detectPalms(input);
  stopwatch.lap("palm");
  return (minScore) =>
    suppressOverlaps(decodePalms(boxes, scores, minScore), minOverlap, maxHands).map((palm) =>
      projectPalm(palm, square),
    );
}

function brighten(input: NetworkInput, gain: number): void {
  const [brightest, half] = input instanceof Uint8Array ? [255, 0.5] : [1, 0];
  for (let index = 0; index < input.length; index++) {
    input[index] = Math.min(brightest, gain * (input[index] ?? 0) + half);
  }
}
