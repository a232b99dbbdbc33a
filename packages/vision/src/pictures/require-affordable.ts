import { type RecognitionMode, SignifyError } from "@signify/core";
import type { JpegHeader } from "./jpeg-header.ts";

/**
 * Passes over all pixels of the largest picture allowed. Encoders' own plans have at most 24, for a progressive picture in
 * CMYK; one in color has 14, and a baseline picture 3 or 4. Nobody's camera films in CMYK.
 */
const maxPasses: Record<RecognitionMode, number> = { still: 24, live: 14 };
/** Each scan has a price of its own, however few pixels there are. A progressive picture has 10 of them, in CMYK 18. */
const maxScans = 64;
/** Decoders work on whole blocks: the largest unit is four blocks of 8 pixels wide and high. */
const largestUnit = 32;

/** What {@link requireAffordable} goes by. */
export type PictureLimits = {
  /** Largest width and height, in pixels as stored. */
  maxSide: number;
  mode: RecognitionMode;
};

/**
 * Refuses a picture that would take too long to decode, going by its header alone. A pass over one component costs
 * about the same for each pixel, whether there is any data in it or not, so a few bytes can ask for a second's work.
 *
 * @throws SignifyError "picture-too-large" when a side or the work is beyond the limits, "bad-picture" for too many scans
 */
export function requireAffordable(
  { width, height, scans, passes }: Pick<JpegHeader, "width" | "height" | "scans" | "passes">,
  { maxSide, mode }: PictureLimits,
): void {
  if (width > maxSide || height > maxSide) {
    const picture = mode === "live" ? "live frame" : "picture";
    throw new SignifyError(
      "picture-too-large",
      `Expected a ${picture} of at most ${maxSide} × ${maxSide} pixels: send it smaller.`,
    );
  }
  if (scans > maxScans) {
    throw new SignifyError("bad-picture", `Expected a JPEG picture of at most ${maxScans} scans.`);
  }
  if (wholeUnits(width) * wholeUnits(height) * passes > wholeUnits(maxSide) ** 2 * maxPasses[mode]) {
    throw new SignifyError(
      "picture-too-large",
      "Expected a picture of fewer pixels or in fewer scans: send it smaller, or as a baseline JPEG.",
    );
  }
}

function wholeUnits(side: number): number {
  return Math.ceil(side / largestUnit) * largestUnit;
}
