import { decodePalms } from "./decode-palms.ts";
import { InputBuffers } from "./input-buffers.ts";
import { palmInputSide } from "./palm-anchors.ts";
import type { PalmDetection } from "./palm-detection.ts";
import { projectPalm } from "./project-palm.ts";
import { sampleRegion } from "./sample-region.ts";
import type { SearchContext } from "./search-context.ts";
import type { Look } from "./search-plan.ts";
import { suppressOverlaps } from "./suppress-overlaps.ts";
import type { Region } from "./types.ts";

/** Palms that overlap more than this are one, as in MediaPipe's `palm_detection_cpu.pbtxt`. */
const minOverlap = 0.3;

const buffers = new InputBuffers(3 * palmInputSide * palmInputSide);

/** The palms of probability `minScore` or more that one run of the network saw, best first, in picture heights. */
export type SeenPalms = (minScore: number) => PalmDetection[];

/**
 * Runs the palm network on a square around the picture's centre; what lies outside the picture is black.
 */
export function seePalms(context: SearchContext, { padding, rotation, gain }: Look): Promise<SeenPalms> {
  const { image, models, stopwatch, maxHands } = context;
  const aspect = image.width / image.height;
  const square: Region = {
    centerX: aspect / 2,
    centerY: 0.5,
    size: padding * Math.max(1, aspect),
    rotation,
  };
  return buffers.lend(async (input) => {
    stopwatch.start();
    sampleRegion(image, square, palmInputSide, "zero", input);
    if (gain !== 1) brighten(input, gain);
    stopwatch.lap("warp");
    const { boxes, scores } = await models.detectPalms(input);
    stopwatch.lap("palm");
    return (minScore) =>
      suppressOverlaps(decodePalms(boxes, scores, minScore), minOverlap, maxHands).map((palm) =>
        projectPalm(palm, square),
      );
  });
}

function brighten(input: Float32Array, gain: number): void {
  for (let index = 0; index < input.length; index++) {
    input[index] = Math.min(1, gain * (input[index] ?? 0));
  }
}
