import { decodePalms } from "./decode-palms.ts";
import { InputBuffers } from "./input-buffers.ts";
import { palmInputSide } from "./palm-anchors.ts";
import type { PalmDetection } from "./palm-detection.ts";
import { sampleRegion } from "./sample-region.ts";
import type { SearchContext } from "./search-context.ts";
import { suppressOverlaps } from "./suppress-overlaps.ts";
import type { Region } from "./types.ts";

/** Palms that overlap more than this are one, as in MediaPipe's `palm_detection_cpu.pbtxt`. */
const minOverlap = 0.3;

const buffers = new InputBuffers(3 * palmInputSide * palmInputSide);

/** The palms of probability `minScore` or more that one run of the network saw, best first, in picture heights. */
export type SeenPalms = (minScore: number) => PalmDetection[];

/**
 * Runs the palm network on a square around the picture's centre; what lies outside the picture is black.
 *
 * @param padding side of the square, in units of the picture's longer side
 */
export function seePalms(context: SearchContext, padding: number): Promise<SeenPalms> {
  const { image, models, stopwatch, maxHands } = context;
  const aspect = image.width / image.height;
  const square: Region = {
    centerX: aspect / 2,
    centerY: 0.5,
    size: padding * Math.max(1, aspect),
    rotation: 0,
  };
  return buffers.lend(async (input) => {
    stopwatch.start();
    sampleRegion(image, square, palmInputSide, "zero", input);
    stopwatch.lap("warp");
    const { boxes, scores } = await models.detectPalms(input);
    stopwatch.lap("palm");
    return (minScore) =>
      suppressOverlaps(decodePalms(boxes, scores, minScore), minOverlap, maxHands).map((palm) =>
        fromSquare(palm, square),
      );
  });
}

function fromSquare(
  { score, coordinates }: PalmDetection,
  { centerX, centerY, size }: Region,
): PalmDetection {
  return {
    score,
    coordinates: coordinates.map(
      (value, index) => (value - 0.5) * size + (index % 2 === 0 ? centerX : centerY),
    ),
  };
}
